import EvaluationRules
import Kernel
import Site
import ToolRules

/// One card as it was sent. Keeps what was typed, so that a refused card comes back whole.
struct JudgementForm {
    let level: String
    /// The button was pressed, or the statement was left before and no level was chosen since.
    let isLeft: Bool
    /// "Still true" was pressed; the level is that of last time, whatever was chosen here.
    let isStillTrue: Bool
    let reason: String
    let version: String

    init(_ form: Form) {
        isStillTrue = form.has("still-true")
        level = form.text("level")
        isLeft = form.has("left") || (form.has("was-left") && level.isEmpty)
        reason = form.text("reason")
        version = form.text("version")
    }

    /// - Throws: `Refusal.invalid` for a version that is no number.
    func stillTrue(of item: ItemID) throws -> StillTrueInput {
        guard let version = Int(written: version) else { throw Refusal.invalid("version", Self.noVersion) }
        return StillTrueInput(item: item, words: reason, version: version)
    }

    private static let noVersion = "Reload the page: it does not say what it was made from."

    /// - Throws: `Refusal.invalid` for a level or a version that is no number.
    func input(for item: ItemID) throws -> JudgementInput {
        var errors = FieldErrors()
        if !level.isEmpty && Int(written: level) == nil { errors.add("level", "Choose one of the levels.") }
        if Int(written: version) == nil { errors.add("version", Self.noVersion) }
        try errors.check()
        let chosen: Verdict? = isLeft ? .left : Int(written: level).map { .level($0) }
        return JudgementInput(item: item, verdict: chosen, reason: reason, version: Int(written: version) ?? 0)
    }
}

/// One statement of the joint room as it was sent.
struct AgreementForm {
    let level: String
    let isLeft: Bool
    let basis: String
    let words: String
    let version: String

    init(_ form: Form) {
        level = form.text("level")
        isLeft = form.has("left")
        basis = form.text("basis")
        words = form.text("words")
        version = form.text("version")
    }

    /// - Throws: `Refusal.invalid` for values that no page of ours sends.
    func input(for item: ItemID) throws -> AgreementInput {
        var errors = FieldErrors()
        if !level.isEmpty && Int(written: level) == nil { errors.add("level", "Choose one of the levels.") }
        let known = Agreement.Basis.choices.first { $0.rawValue == basis }
        if !basis.isEmpty && known == nil { errors.add("basis", "Choose what moved it from the list.") }
        try errors.check()
        let chosen: Verdict? = isLeft ? .left : Int(written: level).map { .level($0) }
        return AgreementInput(
            item: item, verdict: chosen, basis: known, words: words, version: Int(written: version) ?? 0)
    }
}
