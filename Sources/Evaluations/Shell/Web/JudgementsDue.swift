import EvaluationRules
import Kernel
import Site

extension JudgementAsked {
    /// As Today, the weekly letter and the calendar feed show it: from the first day of the window, in time until its
    /// last.
    var due: Due {
        Due(
            Waiting(
                id: "judgement-\(evaluation)", kind: .judgement, title: wanted, place: placeName, day: window.first,
                until: window.last, address: address, school: place.school))
    }

    private var wanted: String {
        switch step {
        case .judge where progress.done == 0: "Judge \(toolName): \(statements) statements"
        case .judge: "Go on judging \(toolName): \(statements - progress.done) of \(statements) statements to go"
        case .sayReady: "Say that you are ready: every statement of \(toolName) is judged"
        case .reveal: "Reveal both judgements of \(toolName)"
        case .agree: "Agree \(toolName): \(toAgree == 1 ? "one statement" : "\(toAgree) statements") to talk through"
        case .sign: "Put your name to \(toolName)"
        }
    }
}
