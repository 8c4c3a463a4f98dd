import Markup
import PlanRules
import Site

/// Where an edition that somebody published and one that was being written differ; nothing is chosen for anybody.
struct ProFormaDifference: Sendable {
    let published: ProForma
    let typed: ProFormaInput

    var html: HTML {
        """
        \(lede("While you were writing, somebody published edition \(published.version). Nothing of yours is lost."))\
        \(dataTable(
            "Where the two differ", [Column("What"), Column("Published"), Column("Yours")],
            rows.map { [HTML($0.what), HTML($0.theirs), HTML($0.mine)] }, layout: .stacking,
            empty: "<p>Both say the same.</p>"))\
        <p><a href="\(ProFormaLinks.version(published.key, published.version))">Keep what is published</a>, or carry over \
        what you want from it below and publish the next edition.</p>
        """
    }

    private var rows: [(what: String, theirs: String, mine: String)] {
        let theirs = ProFormaInput(published)
        let rows = zip(lines(theirs), lines(typed)).map { (what: $0.what, theirs: $0.words, mine: $1.words) }
        return rows.filter { $0.theirs != $0.mine }
    }

    /// The same lines in the same order for every input.
    private func lines(_ input: ProFormaInput) -> [(what: String, words: String)] {
        let head = [
            ("Name", input.name), ("What such a plan is for", input.purpose), ("Who writes it", input.audience),
            ("Priorities at most", input.priorities), ("Actions at most", orNone(input.actions)),
            ("School weeks", orNone(input.weeks)),
            ("How often its checks come round", CheckRhythm(rawValue: input.review)?.name ?? "Nothing chosen"),
            ("Blockages", input.hasBlockages ? "Listed" : "Not asked for"),
        ]
        let horizons = Horizon.allCases.map { horizon in
            let ask = input.horizon(horizon)
            return (horizon.name, ask.isAsked ? join([ask.label, ask.by, ask.hint]) : "Not asked for")
        }
        let fields = ProFormaField.allCases.map { field in
            let ask = input.field(field)
            let need = field.isAlwaysRequired ? .required : FieldAsk.Need(rawValue: ask.need)
            return (field.usualAsk.label, join([ask.label, need?.name ?? "", ask.hint]))
        }
        return (head + horizons + fields).map { (what: $0.0, words: $0.1) }
    }

    private func orNone(_ words: String) -> String { words.isEmpty ? "No limit" : words }

    private func join(_ words: [String]) -> String { words.filter { !$0.isEmpty }.joined(separator: " · ") }
}
