import Foundation
import Jobs
import Kernel
import PeopleRules

/// The addresses of this feature, made in one place.
enum PeopleLinks {
    static let signIn = "/sign-in"
    static let forgotten = "/forgotten-password"
    static let demoSignIn = "/sign-in/demo"
    static let signOut = "/sign-out"
    static let firstUse = "/first-use"
    static let me = "/me"
    /// Letters and calendar, which are kept by another feature.
    static let myNotices = "/me/notices"
    static let myPassword = "/me/password"
    static let mySessions = "/me/sessions"
    static let people = "/people"
    static let newPerson = "/people/new"
    static let jobs = "/jobs"
    static let resumeLetters = "/jobs/letters"

    static func mySession(_ id: SessionID) -> String { "\(mySessions)/\(id)/end" }
    static func invitation(_ secret: String) -> String { "/invitations/\(secret)" }
    static func person(_ id: PersonID) -> String { "\(people)/\(id)" }
    static func details(_ id: PersonID) -> String { person(id) + "/details" }
    static func endSessions(_ id: PersonID) -> String { person(id) + "/sessions/end" }
    static func posts(_ id: PersonID) -> String { person(id) + "/posts" }
    static func endPost(_ id: PostID, of person: PersonID) -> String { posts(person) + "/\(id)/end" }
    static func invitations(_ id: PersonID) -> String { person(id) + "/invitations" }
    static func leaving(_ id: PersonID) -> String { person(id) + "/leaving" }
    static func endLeaving(_ id: PersonID) -> String { leaving(id) + "/end" }
    static func tryAgain(_ id: JobID) -> String { "\(jobs)/\(id)/tries" }

    /// The list narrowed as `filter` says; nothing of it is kept elsewhere.
    static func people(_ filter: PeopleFilter) -> String {
        var parts: [String] = []
        if !filter.text.isEmpty { parts.append("q=" + filter.text.inQuery) }
        if let school = filter.school { parts.append("school=\(school)") }
        if let role = filter.role { parts.append("role=\(role.rawValue)") }
        if filter.page > 1 { parts.append("page=\(filter.page)") }
        return parts.isEmpty ? people : people + "?" + parts.joined(separator: "&")
    }

    /// Where to go after sign-in: only an address of this site, and none that would sign out or in again.
    static func next(_ wanted: String?) -> String {
        guard let wanted, wanted.hasPrefix("/"), !wanted.hasPrefix("//"),
            wanted.unicodeScalars.allSatisfy({ $0.value > 0x20 && $0.value < 0x7f && $0 != "\\" }),
            ![signIn, signOut, firstUse, forgotten, "/invitations/"].contains(where: wanted.hasPrefix)
        else { return "/" }
        return wanted
    }
}

extension String {
    var inQuery: String { addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? "" }
}

/// What was just done, carried to the next page in its address.
enum PeopleNotice: String {
    case postGiven = "post-given"
    case postEnded = "post-ended"
    case corrected, left, stays
    case leftOpen = "left-open"
    case passwordChanged = "password-changed"
    case signedOut = "signed-out"
    case sessionEnded = "session-ended"
    case triedAgain = "tried-again"
    case lettersResumed = "letters-resumed"

    var query: String { "?done=\(rawValue)" }

    var sentence: String {
        switch self {
        case .postGiven: "The post is given."
        case .postEnded: "The post has its last day now."
        case .corrected: "Name and address are corrected."
        case .left: "The last day is set and the duties are handed over."
        case .leftOpen:
            "The last day is set. A duty that was not handed over is nobody’s until somebody takes it up."
        case .stays: "The leaving is taken back. Posts that ended can be given anew."
        case .passwordChanged: "Your new password is in force, and every other browser is signed out."
        case .signedOut: "Signed out in every browser."
        case .sessionEnded: "That browser is signed out."
        case .lettersResumed: "Letters go out again."
        case .triedAgain: "It will be tried again in a moment."
        }
    }
}
