import Kernel
import MeetingRules
import PlanRules
import Site

/// The addresses of this feature, made in one place.
enum MeetingLinks {
    static let list = "/meetings"
    static let lines = "/meetings/lines"
    static let newLine = "/meetings/lines/new"

    static func newLine(at school: SchoolID) -> String { newLine + "?school=\(school)" }
    static func school(_ id: SchoolID) -> String { "/schools/\(id)/meetings" }

    static func line(_ id: ID<MeetingLine>) -> String { "\(lines)/\(id)" }
    static func line(_ id: ID<MeetingLine>, page: Int) -> String { line(id) + "?page=\(page)" }
    static func lineTimes(_ id: ID<MeetingLine>) -> String { line(id) + "/times" }
    static func lineEnd(_ id: ID<MeetingLine>) -> String { line(id) + "/end" }

    static func meeting(_ id: ID<LineMeeting>) -> String { "/meetings/\(id)" }
    static func move(_ id: ID<LineMeeting>) -> String { meeting(id) + "/day" }
    static func callingOff(_ id: ID<LineMeeting>) -> String { meeting(id) + "/calling-off" }
    static func beginning(_ id: ID<LineMeeting>) -> String { meeting(id) + "/beginning" }
    static func finish(_ id: ID<LineMeeting>) -> String { meeting(id) + "/finish" }
    static func notes(_ id: ID<LineMeeting>) -> String { meeting(id) + "/notes" }
    static func items(_ id: ID<LineMeeting>) -> String { meeting(id) + "/items" }
    static func item(_ id: ID<LineMeeting>, _ item: ID<AgendaItem>) -> String { items(id) + "/\(item)" }
    static func removal(_ id: ID<LineMeeting>, _ one: ID<AgendaItem>) -> String { item(id, one) + "/removal" }
    static func removalEnd(_ id: ID<LineMeeting>, _ one: ID<AgendaItem>) -> String { removal(id, one) + "/end" }
    static func check(_ id: ID<LineMeeting>, _ one: CheckID) -> String { meeting(id) + "/checks/\(one)" }
    static func unsaidEnd(_ id: ID<LineMeeting>) -> String { meeting(id) + "/unsaid/end" }
    static func promises(_ id: ID<LineMeeting>) -> String { meeting(id) + "/promises" }
    static func promise(_ id: ID<LineMeeting>, _ one: ID<Promise>) -> String { promises(id) + "/\(one)" }
    static func change(_ id: ID<LineMeeting>, _ one: ID<Promise>) -> String { promise(id, one) + "/change" }
    static func entry(_ id: ID<LineMeeting>, _ kind: SaidWord.Kind, _ subject: String) -> String {
        meeting(id) + "/entries/\(kind.rawValue)/\(subject)"
    }
    static func kept(_ id: ID<Promise>) -> String { "/promises/\(id)/kept" }

    /// The meeting's page at the element of one entry, so that a press leaves the reader where they were.
    static func meeting(_ id: ID<LineMeeting>, at card: String) -> String { meeting(id) + "#" + card }

    static func cardID(_ item: ID<AgendaItem>) -> String { "item-\(item)" }
    static func cardID(_ promise: ID<Promise>) -> String { "promise-\(promise)" }
    static func cardID(_ kind: SaidWord.Kind, _ subject: String) -> String { "\(kind.rawValue)-\(subject)" }
    static func cardID(_ check: CheckID) -> String { "check-\(check)" }
    static let adding = "add"
    static let notesCard = "notes"
    static let promiseCard = "new-promise"
}

extension NamedLine {
    var crumbs: [Page.Crumb] {
        [Page.Crumb("Meetings", MeetingLinks.list), Page.Crumb(pair, MeetingLinks.line(line.id))]
    }
}
