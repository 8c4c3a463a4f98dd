import Database
import Kernel
import People
import PeopleRules
import SchoolRules
import Schools

extension LargeTrust {
    private static let subjects = [
        "English", "Mathematics", "Science", "Humanities", "Languages", "Arts", "Physical education", "Computing",
    ]

    /// How many schools one liaison has.
    private static let schoolsEach = 5

    /// Adds the director, the liaisons, and the people of every school.
    /// - Returns: the director of education.
    mutating func addEverybody(_ admin: Actor) async throws -> Actor {
        let trustWide: [Role] = [.directorOfEducation, .chiefExecutive, .adviser, .adviser, .centralServices, .trustee]
        var names = InventedNames()
        let offices = try trustWide.map { try names.person($0, at: .trust, from: today) }
        let ids = try await addPeople(offices, by: admin, in: database)
        try await addLiaisons(&names, admin)
        for school in schools {
            let departments = try await addDepartments(to: school, admin)
            let staff = try people(of: school, departments, &names)
            let ids = try await addPeople(staff, by: admin, in: database)
            heads.append(try await demoActor(ids[0], in: database))
        }
        return try await demoActor(ids[0], in: database)
    }

    private var today: Day { clock.world.now().day }

    private mutating func addLiaisons(_ names: inout InventedNames, _ admin: Actor) async throws {
        for start in stride(from: 0, to: schools.count, by: Self.schoolsEach) {
            let own = schools[start..<min(start + Self.schoolsEach, schools.count)]
            let first = try names.person(.liaison, at: .school(own[start]), from: today)
            guard let id = try await addPeople([first], by: admin, in: database).first else { continue }
            for school in own.dropFirst() {
                let post = PostInput(role: .liaison, place: .school(school), starts: today)
                try await givePost(post, to: id, by: admin, in: database)
            }
            let liaison = try await demoActor(id, in: database)
            liaisons += own.map { _ in liaison }
        }
    }

    private func addDepartments(to school: SchoolID, _ admin: Actor) async throws -> [DepartmentID] {
        var made: [DepartmentID] = []
        for subject in Self.subjects.prefix(shape.people / shape.schools / 10) {
            made.append(try await addDepartment(subject, kind: .subject, to: school, by: admin, in: database).id)
        }
        return made
    }

    /// The head first; then who leads, who governs, and everybody else.
    private func people(
        of school: SchoolID, _ departments: [DepartmentID], _ names: inout InventedNames
    ) throws -> [NewPerson] {
        let whole = Place.school(school)
        var people = [try names.person(.headteacher, at: whole, from: today)]
        for _ in 0..<4 { people.append(try names.person(.seniorLeader, at: whole, from: today)) }
        for department in departments {
            people.append(try names.person(.middleLeader, at: .department(department, of: school), from: today))
        }
        people.append(try names.person(.chair, at: whole, from: today))
        for _ in 0..<3 { people.append(try names.person(.governor, at: whole, from: today)) }
        while people.count < shape.people / shape.schools {
            people.append(try names.person(.staff, at: whole, from: today))
        }
        return people
    }
}

/// Names that nobody chose, with addresses that no two people share.
struct InventedNames {
    private static let first = [
        "Ada", "Bram", "Cleo", "Dara", "Edie", "Farid", "Greta", "Hugo", "Imran", "Jess", "Kofi", "Lena", "Milo",
        "Nora", "Omar", "Pia", "Quentin", "Rosa", "Sami", "Tess", "Umar", "Vera", "Wendell", "Xanthe", "Yusuf", "Zofia",
    ]
    private static let last = [
        "Abbots", "Birchall", "Calloway", "Dunmore", "Eastlake", "Farrow", "Gillespie", "Haldane", "Ingram", "Jessop",
        "Kershaw", "Lockwood", "Merriman", "Nettle", "Oakes", "Pemberton", "Quill", "Rowntree", "Sedgwick", "Thorne",
        "Underhill", "Vickery", "Wainwright", "Yarrow", "Zeller",
    ]

    private var drawn = 0

    mutating func person(_ role: Role, at place: Place, from day: Day) throws -> NewPerson {
        drawn += 1
        let first = Self.first[drawn % Self.first.count]
        let last = Self.last[drawn / Self.first.count % Self.last.count]
        let email = "\(first).\(last).\(drawn)@meadowlark.example".lowercased()
        let details = try PersonDetails(name: "\(first) \(last)", email: email)
        return NewPerson(details, first: PostInput(role: role, place: place, starts: day))
    }
}
