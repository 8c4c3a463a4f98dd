/// What a post allows its holder to do. The trust may call it by another name; the rights are these.
package enum Role: String, Sendable, Hashable, CaseIterable {
    case trustee, chiefExecutive = "chief-executive", directorOfEducation = "director-of-education", adviser, liaison
    case centralServices = "central-services", administrator
    case headteacher, executiveHead = "executive-head", seniorLeader = "senior-leader"
    case middleLeader = "middle-leader", staff
    case chair, governor
    case externalReviewer = "external-reviewer", guest

    /// The places at which a post with this role may be held.
    package var level: Level {
        switch self {
        case .trustee, .chiefExecutive, .directorOfEducation, .centralServices, .administrator: .trust
        case .adviser: .trust
        case .liaison, .headteacher, .executiveHead, .seniorLeader, .chair, .governor: .school
        case .externalReviewer, .guest: .school
        case .middleLeader, .staff: .department
        }
    }

    package enum Level: Sendable { case trust, school, department }

    /// A visitor's post must say when it ends.
    package var needsEnd: Bool { self == .externalReviewer || self == .guest }

    package var name: String {
        switch self {
        case .trustee: "Trustee"
        case .chiefExecutive: "Chief executive"
        case .directorOfEducation: "Director of education"
        case .adviser: "Adviser"
        case .liaison: "Liaison"
        case .centralServices: "Central services"
        case .administrator: "Administrator"
        case .headteacher: "Headteacher"
        case .executiveHead: "Executive head"
        case .seniorLeader: "Senior leader"
        case .middleLeader: "Middle leader"
        case .staff: "Member of staff"
        case .chair: "Chair of governors"
        case .governor: "Governor"
        case .externalReviewer: "External reviewer"
        case .guest: "Guest"
        }
    }
}
