import EvaluationRules
import Kernel
import ToolRules

/// The addresses of this feature, made in one place.
enum EvaluationLinks {
    static let list = "/evaluations"
    static let opening = "/evaluations/new"

    static func opening(at place: Place) -> String {
        let department = place.department.map { "&department=\($0)" } ?? ""
        return opening + "?school=\(place.school.map(\.text) ?? "")" + department
    }

    static func sheet(_ id: ID<Evaluation>) -> String { "/evaluations/\(id)" }
    static func statement(_ id: ID<Evaluation>, _ item: ItemID) -> String { sheet(id) + "#" + cardID(item) }
    /// The sheet narrowed to what this side has not yet looked at.
    static func waiting(_ id: ID<Evaluation>) -> String { sheet(id) + "?show=waiting" }
    static func card(_ id: ID<Evaluation>, _ item: ItemID) -> String { sheet(id) + "/cards/\(item)" }
    static func judgement(_ id: ID<Evaluation>, _ item: ItemID) -> String { sheet(id) + "/judgements/\(item)" }
    static func room(_ id: ID<Evaluation>) -> String { sheet(id) + "/room" }
    static func agreement(_ id: ID<Evaluation>, _ item: ItemID) -> String { sheet(id) + "/agreements/\(item)" }
    static func readiness(_ id: ID<Evaluation>) -> String { sheet(id) + "/readiness" }
    static func readinessEnd(_ id: ID<Evaluation>) -> String { sheet(id) + "/readiness/end" }
    static func reveal(_ id: ID<Evaluation>) -> String { sheet(id) + "/reveal" }
    static func signatures(_ id: ID<Evaluation>) -> String { sheet(id) + "/signatures" }
    static func reopenings(_ id: ID<Evaluation>) -> String { sheet(id) + "/reopenings" }
    static func history(_ id: ID<Evaluation>) -> String { sheet(id) + "/history" }
    static func movement(_ id: ID<Evaluation>, only kind: Movement.Kind? = nil) -> String {
        sheet(id) + "/movement" + (kind.map { "?only=\($0.rawValue)" } ?? "")
    }
    static func school(_ id: SchoolID) -> String { "/schools/\(id)" }

    static func tool(_ tool: PublishedTool) -> String { "/tools/\(tool.version.tool.text)/\(tool.version.version)" }

    /// The element that a statement's card has on the page.
    static func cardID(_ item: ItemID) -> String { "s-\(item)" }
}

extension JudgementAsked {
    /// Where it is done.
    package var address: String {
        switch step {
        case .judge where progress.done == 0: EvaluationLinks.sheet(evaluation)
        case .judge: EvaluationLinks.waiting(evaluation)
        case .sayReady, .reveal, .agree, .sign: EvaluationLinks.room(evaluation)
        }
    }
}
