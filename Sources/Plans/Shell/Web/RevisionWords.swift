import Kernel
import Markup
import PlanRules
import Site

// How the plan before or after a revision is called, and what a difference is called.

extension RelatedPlan {
    /// By its days: its name is mostly that of the plan beside it.
    var byItsDays: String {
        switch state {
        case .live, .maintained: "in force since \(began.words)"
        case .superseded, .archived:
            began.map { "in force from \($0.long) to \(ended.words)" } ?? "approved on \(approved.words), never begun"
        case .approved: "approved on \(approved.words), not begun yet"
        case .draft, .discarded, .submitted: state.name.lowercasedFirst
        }
    }
}

extension Day? {
    fileprivate var words: String { map(\.long) ?? "an unknown day" }
}

/// Puts what differs into the words of the plan's pro-forma.
struct RevisionWords: Sendable {
    let proForma: ProForma
    let seen: SeenRevision

    func label(_ field: PlanField) -> String {
        switch field {
        case .asked(let asked): proForma.field(asked).label
        case .name: "Name"
        case .period: "When"
        case .order: "Order of the priorities"
        case .answers: "Answers"
        case .horizon: "How far ahead"
        case .words: "Words"
        case .by: "By"
        case .cost: "Cost"
        case .looked: "What will be looked at"
        case .way: "How"
        case .looker: "Who looks"
        case .rhythm: "How often"
        case .remover: "Who removes it"
        case .ending: "Ended"
        }
    }

    /// Empty where nothing stands.
    func words(_ value: PlanValue) -> String {
        switch value {
        case .words(let words): words
        case .day(let day): day?.long ?? ""
        case .period(let first, let last): "\(first.long) to \(last.long)"
        case .seat(let id): id.map { seen.seats[$0].map(seatLabel) ?? "nobody" } ?? ""
        case .cost(let cost): cost.isNothing ? "" : cost.spoken
        case .horizon(let horizon): proForma.horizons.first { $0.horizon == horizon }?.label ?? horizon.name
        case .schedule(let schedule): schedule.words
        case .order(let titles): titles.enumerated().map { "\($0 + 1). \($1)" }.joined(separator: "\n")
        case .ending(let ending): ending.map { "\($0.day.long): \($0.reason)" } ?? ""
        }
    }
}

extension CheckSchedule {
    /// `Every week, 2 November 2026 to 26 March 2027`, or the days that were named.
    var words: String {
        rhythm == .dates
            ? "On \(days.map(\.short).joined(separator: ", "))" : "\(rhythm.name), \(first.long) to \(last.long)"
    }
}

/// What stood there struck out, and what stands there now.
func beforeAndAfter(_ before: String, _ after: String) -> HTML {
    let old: HTML = .when(!before.isEmpty, "<del><span class=\"vh\">Before: </span>\(lines(before))</del>")
    let new: HTML =
        after.isEmpty
        ? "<span class=\"soft\">Nothing any more</span>" : "<ins><span class=\"vh\">Now: </span>\(lines(after))</ins>"
    return old + new
}

private func lines(_ words: String) -> HTML {
    words.split(separator: "\n").enumerated().html { "\(.when($0 > 0, "<br>"))\(String($1))" }
}
