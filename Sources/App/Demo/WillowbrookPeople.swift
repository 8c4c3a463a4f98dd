import Kernel

/// A person of the invented trust. `place` is a school's number in the list of schools, with a department where the
/// post is held in one; nil is the trust.
struct DemoPerson: Sendable {
    struct Post: Sendable {
        let role: Role
        let school: Int?
        var department: String?
    }

    let name: String
    let posts: [Post]

    /// Of the invented trust's own domain, which nobody can register.
    var email: String {
        name.lowercased().replacing("’", with: "").replacing(" ", with: ".") + "@willowbrook.example"
    }

    private static func at(_ school: Int, _ role: Role, _ name: String, _ department: String? = nil) -> DemoPerson {
        DemoPerson(name: name, posts: [Post(role: role, school: school, department: department)])
    }

    private static func trust(_ role: Role, _ name: String) -> DemoPerson {
        DemoPerson(name: name, posts: [Post(role: role, school: nil)])
    }

    private static func liaison(_ name: String, _ schools: [Int]) -> DemoPerson {
        DemoPerson(name: name, posts: schools.map { Post(role: .liaison, school: $0) })
    }

    static let administrator = DemoPerson.trust(.administrator, "Sam Okafor")

    static let willowbrook: [DemoPerson] = [
        trust(.chiefExecutive, "Priya Nair"), trust(.directorOfEducation, "Daniel Whitcombe"),
        trust(.adviser, "Ruth Adeyemi"), trust(.centralServices, "Lena Hart"), trust(.trustee, "Margaret Lowe"),
        liaison("Tom Bexley", [0, 1, 2, 3]), liaison("Aisha Karim", [4, 5, 6, 7]),
        at(0, .headteacher, "Helen Marsh"), at(0, .seniorLeader, "Owen Price"),
        at(0, .middleLeader, "Jo Tindall", "Early years"), at(0, .chair, "Graham Stott"),
        at(1, .headteacher, "Father Paul Devlin"), at(1, .middleLeader, "Beth Larkin", "Key stage 2"),
        at(1, .governor, "Irene Cole"),
        DemoPerson(
            name: "Carla Mendes", posts: [Post(role: .executiveHead, school: 2), Post(role: .executiveHead, school: 3)]),
        at(2, .seniorLeader, "Nadia Rahman"), at(2, .middleLeader, "Sian Howells", "Early years"),
        at(3, .seniorLeader, "Peter Quinn"), at(3, .chair, "Wendy Ashe"),
        at(4, .headteacher, "James Oyelaran"), at(4, .seniorLeader, "Kate Brennan"),
        at(4, .middleLeader, "Amir Hussain", "English"), at(4, .middleLeader, "Lucy Fenn", "Mathematics"),
        at(4, .governor, "David Unwin"),
        at(5, .headteacher, "Rachel Stone"), at(5, .seniorLeader, "Mark Ellery"),
        at(5, .middleLeader, "Tara Singh", "English"), at(5, .chair, "Colin Bright"),
        at(6, .headteacher, "Fiona Grant"), at(6, .seniorLeader, "Leo Matthews"),
        at(7, .headteacher, "Anton Reyes"), at(7, .governor, "Molly Jessop"),
    ]
}
