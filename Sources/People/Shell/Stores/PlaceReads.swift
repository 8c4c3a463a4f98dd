import Database
package import Kernel
import PeopleRules
import SchoolRules
import Schools

/// A place that may be chosen, with its name.
package struct PlaceLine: Hashable, Sendable {
    package let place: Place
    /// `English, Oak Primary`.
    package let name: String

    package init(_ place: Place, _ name: String) { (self.place, self.name) = (place, name) }

    package var isSchool: Bool { place.school != nil && place.department == nil }
}

extension Reading {
    /// - Returns: nil when there is no such place, or the department is another school's.
    func postPlace(_ place: Place) throws -> PostPlace? {
        switch place {
        case .trust: return .trust
        case .school(let id): return try school(id).map { .school($0) }
        case .department(let id, let schoolID):
            guard let department = try department(id), department.school == schoolID, let school = try school(schoolID)
            else { return nil }
            return .department(department, of: school)
        }
    }

    /// The places at which a manager may give posts: each school before its departments, the trust at the top.
    func places(for manage: MayManagePeople) throws -> [PlaceLine] {
        let reach: SQL
        switch manage.reach {
        case .everyone: reach = "1 = 1"
        case .staff(let schools): reach = "school.id IN (\(SQL.joined(schools.sorted().map { "\($0)" })))"
        }
        var lines: [PlaceLine] = manage.reach == .everyone ? [PlaceLine(.trust, "The whole trust")] : []
        try each(
            """
            SELECT school.id, school.name, department.id, department.name FROM school
            LEFT JOIN department ON department.school_id = school.id AND department.closed_on IS NULL
            WHERE school.left_on IS NULL AND school.status <> 'closed' AND \(reach)
            ORDER BY lower(school.name), school.id, lower(department.name)
            """
        ) { row in
            let (school, name): (SchoolID, String) = (try row[0], try row[1])
            if lines.last?.place.school != school { lines.append(PlaceLine(.school(school), name)) }
            if let department: DepartmentID = try row[2] {
                lines.append(PlaceLine(.department(department, of: school), "\(try row[3] as String), \(name)"))
            }
        }
        return lines
    }

    /// People besides `person` with posts at the same schools, or for the trust when one of `places` is that. A list to
    /// choose from, so it ends after two hundred; whoever is not on it is named by address.
    func colleagues(of person: Person, at places: [Place]) throws -> [Colleague] {
        guard !places.isEmpty else { return [] }
        let schools = Set(places.compactMap(\.school)).sorted()
        let ofTrust: SQL = places.contains(.trust) ? "post.school_id IS NULL" : "1 = 0"
        let atSchools: SQL =
            schools.isEmpty ? "1 = 0" : "post.school_id IN (\(SQL.joined(schools.map { "\($0)" })))"
        return try rows(
            """
            SELECT name, email FROM person
            WHERE id <> \(person.id)
                AND id IN (SELECT post.person_id FROM post WHERE post.ends_on >= \(today) AND (\(ofTrust) OR \(atSchools)))
                AND id NOT IN (SELECT person_id FROM departure)
            ORDER BY lower(name), id LIMIT 200
            """
        ) { row in Colleague(name: try row[0], email: try row[1]) }
    }
}
