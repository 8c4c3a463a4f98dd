import EvaluationRules
import Kernel
import Markup
import Site
import ToolRules

/// One statement of the joint room: both judgements side by side, and what the two agree.
struct AgreementCard: Sendable {
    let evaluation: ID<Evaluation>
    let item: PublishedItem
    var verdict: Verdict?
    var basis: String
    var words: String
    var version: Int
    var errors = FieldErrors()

    init(_ seen: SeenEvaluation, _ item: PublishedItem) {
        let kept = seen.agreements[item.id]
        evaluation = seen.id
        self.item = item
        verdict = kept?.verdict
        basis = kept.map { $0.basis == .equal ? "" : $0.basis.rawValue } ?? ""
        words = kept?.words ?? ""
        version = kept?.version ?? 0
    }

    func refusing(_ form: AgreementForm, _ errors: FieldErrors) -> AgreementCard {
        var card = self
        card.verdict = form.isLeft ? .left : Int(written: form.level).map { .level($0) }
        card.basis = form.basis
        card.words = form.words
        card.version = Int(written: form.version) ?? version
        card.errors = errors
        return card
    }

    var id: String { EvaluationLinks.cardID(item.id) }

    var pointedErrors: FieldErrors {
        FieldErrors(errors.all.map { (id + "-" + $0.field, "\(item.item.number): \($0.sentence)") })
    }

    func html(_ seen: SeenEvaluation, token: String) -> HTML {
        liveCard(
            id: id, label: "Statement \(item.item.number)",
            """
            <h3><span class="soft">\(item.item.number)</span> \
            \(panelLink(item.item.text, to: EvaluationLinks.card(evaluation, item.id)))</h3>\
            <div class="sides">\(Side.allCases.html { sideWords(seen, $0, seen.judgements[$0]?[item.id]) })</div>\
            \(seen.standpoint.side == nil ? .nothing : form(seen, token: token))
            """)
    }

    private func form(_ seen: SeenEvaluation, token: String) -> HTML {
        postForm(
            EvaluationLinks.agreement(evaluation, item.id), token: token, version: version,
            """
            \(levelChoice(
                FormField("level", "We agree", errors: errors, id: id + "-level"), levels: seen.tool.marks,
                chosen: verdict?.level))\
            \(radioGroup(
                FormField("basis", "What moved it", errors: errors, id: id + "-basis"),
                choices: Agreement.Basis.choices.map { Choice($0.rawValue, $0.name) }, chosen: basis))\
            \(textArea(
                FormField("words", "In a sentence", errors: errors, id: id + "-words", isOptional: true), value: words, rows: 2))\
            \(buttonRow(
                button(version == 0 ? "Agree" : "Change what is agreed")
                    + button("Leave until next time", .link, name: "left", value: "yes", key: "l")))
            """)
    }
}
