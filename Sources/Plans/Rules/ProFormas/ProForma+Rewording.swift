import Foundation
import Kernel

/// A trust's edition that a rule found to be in order; only a rule makes one. Its id is drawn from its text when it is
/// published, so here it still has the id of the version it was made from.
package struct ProFormaReworded: Sendable {
    package let proForma: ProForma

    fileprivate init(_ proForma: ProForma) { self.proForma = proForma }
}

extension ProForma {
    /// The trust's next edition, made from this version.
    ///
    /// - Parameters:
    ///   - trust: its name.
    ///   - taken: the versions of this key that the trust has.
    /// - Throws: `invalid` with a sentence for each field that cannot be taken, `conflict` when nothing was changed.
    package func rewording(
        _ input: ProFormaInput, of trust: String, taken: [ProFormaVersion], by permit: MayKeepProFormas
    ) throws -> ProFormaReworded {
        var errors = FieldErrors()
        let limits = input.limits(&errors)
        let review = input.rhythm(&errors)
        let horizons = input.horizonAsks(&errors)
        let asks = input.fieldAsks(&errors)
        let name = errors.words("name", input.name, most: 100)
        let purpose = errors.words("purpose", input.purpose, most: 1000)
        let audience = errors.words("for", input.audience, most: 600)
        try errors.check()
        let earlier = taken.filter { $0.shipped == version.shipped }.compactMap(\.own).max() ?? 0
        let reworded = ProForma(
            id: id, key: key, version: ProFormaVersion(version.shipped, own: earlier + 1), kind: kind, name: name,
            edition: trust, purpose: purpose, audience: audience, limits: limits, review: review,
            hasBlockages: input.hasBlockages, horizons: horizons, asks: asks)
        if asksTheSame(as: reworded) {
            throw Refusal.conflict("Nothing was changed, so there is nothing to publish.")
        }
        return ProFormaReworded(reworded)
    }

    /// Whatever it is called and whosever edition it is.
    private func asksTheSame(as other: ProForma) -> Bool {
        ProFormaInput(self) == ProFormaInput(other)
    }
}

extension ProFormaInput {
    fileprivate func limits(_ errors: inout FieldErrors) -> ProForma.Limits {
        ProForma.Limits(
            priorities: errors.number("priorities", priorities, ProForma.Limits.rangeOfPriorities, isOptional: false)
                ?? ProForma.Limits.usual.priorities,
            actions: errors.number("actions", actions, ProForma.Limits.rangeOfActions, isOptional: true),
            weeks: errors.number("weeks", weeks, ProForma.Limits.rangeOfWeeks, isOptional: true))
    }

    fileprivate func rhythm(_ errors: inout FieldErrors) -> CheckRhythm {
        guard let rhythm = CheckRhythm(rawValue: review) else {
            errors.add("review", "Choose how often its checks come round.")
            return .halfTermly
        }
        return rhythm
    }

    fileprivate func horizonAsks(_ errors: inout FieldErrors) -> [HorizonAsk] {
        let asked = Horizon.allCases.filter { horizon($0).isAsked }
        if asked.isEmpty {
            errors.add(
                Self.horizonField(.short, "asked"),
                "Ask for at least one outcome: without one nobody can tell whether "
                    + "the plan works.")
        }
        return asked.map { horizon in
            let typed = self.horizon(horizon)
            return HorizonAsk(
                horizon, label: errors.words(Self.horizonField(horizon, "label"), typed.label, most: 80),
                hint: errors.words(Self.horizonField(horizon, "hint"), typed.hint, most: 600, isOptional: true),
                by: errors.words(Self.horizonField(horizon, "by"), typed.by, most: 100))
        }
    }

    fileprivate func fieldAsks(_ errors: inout FieldErrors) -> [ProFormaField: FieldAsk] {
        var asks: [ProFormaField: FieldAsk] = [:]
        for field in ProFormaField.allCases {
            let typed = self.field(field)
            let need = field.isAlwaysRequired ? .required : FieldAsk.Need(rawValue: typed.need)
            if need == nil { errors.add(Self.askField(field, "need"), "Choose whether it is asked for.") }
            asks[field] = FieldAsk(
                errors.words(Self.askField(field, "label"), typed.label, most: 80),
                hint: errors.words(Self.askField(field, "hint"), typed.hint, most: 600, isOptional: true),
                need: need ?? .optional)
        }
        return asks
    }
}

extension FieldErrors {
    fileprivate mutating func words(_ field: String, _ typed: String, most: Int, isOptional: Bool = false) -> String {
        let words = typed.trimmingCharacters(in: .whitespacesAndNewlines)
        if words.isEmpty, !isOptional { add(field, "Write something here.") }
        limit(field, words, to: most)
        return words
    }

    /// - Returns: nil when nothing was typed or it cannot be taken.
    fileprivate mutating func number(
        _ field: String, _ typed: String, _ range: ClosedRange<Int>, isOptional: Bool
    ) -> Int? {
        let words = typed.trimmingCharacters(in: .whitespacesAndNewlines)
        if words.isEmpty, isOptional { return nil }
        if let number = Int(written: words, range) { return number }
        let orNothing = isOptional ? ", or nothing for no limit" : ""
        add(field, "Give a whole number from \(range.lowerBound) to \(range.upperBound)\(orNothing).")
        return nil
    }
}
