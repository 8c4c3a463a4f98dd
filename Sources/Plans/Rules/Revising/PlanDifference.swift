package import Kernel

/// What a revision says otherwise than the plan that it takes the place of, in the order of the revision.
package struct PlanDifference: Hashable, Sendable {
    /// Of the plan as a whole.
    package let details: [FieldDifference]
    /// Its priorities, then its blockages: those that came or went, and those within which something differs.
    package let parts: [PartDifference]

    /// - Parameter origins: of each part of the revision that was copied, what it is the copy of. A part without an
    ///   origin was added, whatever it says.
    package init(from old: ComparedPlan, to new: ComparedPlan, origins: [String: String]) {
        let parting = Parting(origins: origins)
        details = differences(old.fields, new.fields) + parting.order(old.written.priorities, new.written.priorities)
        parts = parting.differences(old.parts, new.parts)
    }

    package var isNothing: Bool { details.isEmpty && parts.isEmpty }

    /// How many parts differ by themselves; the plan's own details count as one.
    package func count(_ fate: PartDifference.Fate) -> Int {
        parts.map { $0.count(fate) }.reduce(fate == .kept && !details.isEmpty ? 1 : 0, +)
    }

    /// Every seat that it speaks of.
    package var seats: Set<SeatID> { Set(parts.flatMap(\.seats)) }
}

/// A part that was added or taken out, or in which something differs.
package struct PartDifference: Hashable, Sendable {
    /// In the order in which a plan shows them.
    package enum Kind: String, Sendable, CaseIterable { case priority, outcome, criterion, action, check, blockage }

    package enum Fate: Sendable { case added, takenOut, kept }

    package let kind: Kind
    package let fate: Fate
    /// Where it stands among the priorities of the revision, from 1; nil for all else.
    package let number: Int?
    /// In the revision; of what was taken out, in the old plan.
    package let id: String
    /// As it is called now, or was.
    package let title: String
    /// Those that differ in what was kept.
    package let fields: [FieldDifference]
    /// Of what was kept those that differ; of all else every part that it holds.
    package let parts: [PartDifference]

    /// How many differ in or within it. What is in an added part was not added by itself.
    package func count(_ fate: Fate) -> Int {
        guard self.fate == .kept else { return self.fate == fate ? 1 : 0 }
        return parts.map { $0.count(fate) }.reduce(fate == .kept && !fields.isEmpty ? 1 : 0, +)
    }

    fileprivate var seats: [SeatID] {
        fields.flatMap { [$0.before.seat, $0.after.seat] }.compactMap { $0 } + parts.flatMap(\.seats)
    }
}

/// Tells which part of a revision is which of the old plan.
private struct Parting {
    let origins: [String: String]

    func differences(_ old: [ComparedPart], _ new: [ComparedPart]) -> [PartDifference] {
        PartDifference.Kind.allCases.flatMap { kind in
            ofOneKind(old.filter { $0.kind == kind }, new.filter { $0.kind == kind })
        }
    }

    /// What was taken out stands where it stood: after the part before it that was kept.
    private func ofOneKind(_ old: [ComparedPart], _ new: [ComparedPart]) -> [PartDifference] {
        let before = Dictionary(uniqueKeysWithValues: old.map { ($0.id, $0) })
        let kept = Set(new.compactMap { origins[$0.id] })
        var takenOut: [String?: [PartDifference]] = [:]
        var last: String?
        for part in old {
            if kept.contains(part.id) {
                last = part.id
            }
            // What ended had left the plan before the revision could take it out.
            else if part.ended == nil {
                takenOut[last, default: []].append(whole(part, .takenOut))
            }
        }
        let found = new.enumerated().flatMap { index, part in
            let origin = origins[part.id].flatMap { before[$0] }
            let own = origin.map { difference($0, part, index + 1) } ?? whole(part, .added, index + 1)
            return [own].compactMap { $0 } + (origin.flatMap { takenOut[$0.id] } ?? [])
        }
        return (takenOut[nil] ?? []) + found
    }

    private func difference(_ old: ComparedPart, _ new: ComparedPart, _ number: Int) -> PartDifference? {
        let fields = PlanRules.differences(old.fields, new.fields) + carriedOn(old, new)
        let parts = differences(old.parts, new.parts)
        if fields.isEmpty && parts.isEmpty { return nil }
        return PartDifference(
            kind: new.kind, fate: .kept, number: new.kind == .priority ? number : nil, id: new.id, title: new.title,
            fields: fields, parts: parts)
    }

    /// What ended in the old plan after it was copied goes on in the revision, unless somebody takes it out.
    private func carriedOn(_ old: ComparedPart, _ new: ComparedPart) -> [FieldDifference] {
        guard let ended = old.ended, new.ended == nil else { return [] }
        return [FieldDifference(.ending, from: .ending(ended), to: .ending(nil))]
    }

    private func whole(_ part: ComparedPart, _ fate: PartDifference.Fate, _ number: Int? = nil) -> PartDifference {
        PartDifference(
            kind: part.kind, fate: fate, number: part.kind == .priority ? number : nil, id: part.id, title: part.title,
            fields: [], parts: part.parts.filter { $0.ended == nil }.map { whole($0, fate) })
    }

    /// Only priorities are moved by hand. What was added or taken out moves nothing.
    func order(_ old: [Priority], _ new: [Priority]) -> [FieldDifference] {
        let known = Dictionary(uniqueKeysWithValues: old.map { ($0.id.text, $0) })
        let after = new.filter { priority in origins[priority.id.text].map { known[$0] != nil } ?? false }
        let now = after.compactMap { origins[$0.id.text] }
        let before = old.filter { now.contains($0.id.text) }
        if before.map(\.id.text) == now { return [] }
        return [FieldDifference(.order, from: .order(before.map(\.title)), to: .order(after.map(\.title)))]
    }
}

private func differences(
    _ old: [(field: PlanField, value: PlanValue)], _ new: [(field: PlanField, value: PlanValue)]
) -> [FieldDifference] {
    zip(old, new).filter { $0.value != $1.value }.map { FieldDifference($0.field, from: $0.value, to: $1.value) }
}
