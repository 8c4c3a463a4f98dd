package import Kernel

/// One row of the half-term form as it was typed, so that a refused form loses nothing.
package struct TypedHalfTerm: Hashable, Sendable {
    package let number: Int
    package let name: String
    package let first: String
    package let last: String

    package init(_ number: Int, _ name: String, _ first: String, _ last: String) {
        (self.number, self.name, self.first, self.last) = (number, name, first, last)
    }

    /// As a form is first shown: `Tue 1 Sep 2026`.
    package init(_ half: HalfTerm) { self.init(half.number, half.name, half.first.short, half.last.short) }
}

extension [TypedHalfTerm] {
    /// An empty form for a year whose dates nobody has given yet.
    package static func blank(_ names: HalfTermNames) -> [TypedHalfTerm] {
        names.names(for: Season.usual).enumerated().map { TypedHalfTerm($0 + 1, $1, "", "") }
    }

    /// The half terms that were meant.
    /// - Parameter seasons: of the half terms with the numbers 1, 2, 3 and so on; rows beyond them are dropped.
    /// - Throws: `Refusal.invalid` with every date that cannot be read, at `first-N` and `last-N`.
    package func halfTerms(startsIn: Int, seasons: [Season] = Season.usual) throws -> [HalfTerm] {
        var errors = FieldErrors()
        let read = filter { seasons.indices.contains($0.number - 1) }.map { row -> HalfTerm? in
            let name = row.name.isEmpty ? "half term \(row.number)" : row.name
            let first = errors.day(row.first, at: "first-\(row.number)", startsIn, missing: "Say when \(name) begins.")
            let last = errors.day(row.last, at: "last-\(row.number)", startsIn, missing: "Say when \(name) ends.")
            guard let first, let last else { return nil }
            return HalfTerm(row.number, seasons[row.number - 1], row.name, first, last)
        }
        try errors.check()
        return read.compactMap(\.self)
    }
}

extension FieldErrors {
    /// The day that `text` says; nil after noting at `field` why it says none.
    package mutating func day(
        _ text: String, at field: String, _ startsIn: Int?, missing: String = "Give a date."
    ) -> Day? {
        guard !text.isEmpty else {
            add(field, missing)
            return nil
        }
        do throws(Misread) {
            return try WrittenDay.read(text, startsIn: startsIn)
        } catch {
            add(field, error.sentence)
            return nil
        }
    }
}
