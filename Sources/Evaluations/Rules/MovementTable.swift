package import Kernel
package import ToolRules

/// A finished evaluation as the movement over rounds sees it.
package struct PlayedRound: Sendable {
    package let round: Round
    package let tool: PublishedTool
    /// The statements that applied.
    package let items: Set<ItemID>
    package let verdicts: [ItemID: Verdict]

    package init(round: Round, tool: PublishedTool, items: Set<ItemID>, verdicts: [ItemID: Verdict]) {
        (self.round, self.tool, self.items, self.verdicts) = (round, tool, items, verdicts)
    }
}

/// How the statements of one tool stood over the rounds at one place.
package struct MovementTable: Sendable {
    /// A statement in one round. It has several verdicts where several statements were merged later.
    package struct Point: Hashable, Sendable {
        package let verdicts: [Verdict?]
        package let levels: Int
        /// Of the statement in the newest round to the one of then.
        package let likeness: Likeness

        /// What a comparison takes; of several the first that was judged.
        package var standing: Movement.Standing {
            Movement.Standing(verdicts.lazy.compactMap(\.self).first { $0.level != nil } ?? nil, of: levels)
        }
    }

    package struct Row: Sendable {
        package let item: PublishedItem
        /// Whose statement it is: the newest round's, or for a retired one the round before.
        package let evaluation: ID<Evaluation>
        /// One for each round, oldest first; nil where it was not asked.
        package let points: [Point?]
        package let movement: Movement
        /// The statement and those of earlier versions that it continues.
        package let ancestry: Set<ItemID>
    }

    /// The newest round's.
    package let tool: PublishedTool
    /// Oldest first.
    package let rounds: [Round]
    /// In the order of the newest version, the retired ones last.
    package let rows: [Row]

    /// - Parameters:
    ///   - rounds: oldest first.
    ///   - lineage: the way back from the newest round's version to another or itself; nil where there is none.
    /// - Returns: nil when there is no round.
    package init?(of rounds: [PlayedRound], _ lineage: (ToolVersionID) throws -> Lineage?) rethrows {
        guard let newest = rounds.last else { return nil }
        tool = newest.tool
        self.rounds = rounds.map(\.round)
        let ancestries = try rounds.map { round in
            try lineage(round.tool.id).map { Ancestry(in: round.tool, $0) }
        }
        let asked = newest.tool.items.filter { newest.items.contains($0.id) }
        let kept = asked.map { Row($0, over: rounds, ancestries) }
        rows = kept + Self.retired(in: rounds, but: Set(kept.flatMap(\.ancestry)))
    }

    /// What the round before the newest asked and nothing continues.
    private static func retired(in rounds: [PlayedRound], but continued: Set<ItemID>) -> [Row] {
        guard let before = rounds.dropLast().last else { return [] }
        let ended = before.tool.items.filter { before.items.contains($0.id) && !continued.contains($0.id) }
        return ended.map { Row(retired: $0, over: rounds) }
    }

    package func count(_ kind: Movement.Kind) -> Int { rows.count { $0.movement.kind == kind } }
}

extension MovementTable.Row {
    fileprivate init(_ item: PublishedItem, over rounds: [PlayedRound], _ ancestries: [Ancestry?]) {
        let ancestors = ancestries.map { $0?.ancestors(of: item) }
        let points = zip(rounds, ancestors).map { round, found -> MovementTable.Point? in
            let items = (found?.items ?? []).filter { round.items.contains($0.id) }
            guard let found, !items.isEmpty else { return nil }
            return MovementTable.Point(
                verdicts: items.map { round.verdicts[$0.id] }, levels: round.tool.version.scale.count,
                likeness: found.likeness)
        }
        let (now, then) = (points.last ?? nil, points.dropLast().last ?? nil)
        self.init(
            item: item, evaluation: rounds[rounds.count - 1].round.evaluation, points: points,
            movement: Movement(from: then?.standing, to: now?.standing, then?.likeness ?? .none),
            ancestry: Set([item.id] + ancestors.flatMap { $0?.items.map(\.id) ?? [] }))
    }

    /// - Parameter item: of the round before the newest.
    fileprivate init(retired item: PublishedItem, over rounds: [PlayedRound]) {
        let points = rounds.map { round -> MovementTable.Point? in
            guard round.items.contains(item.id) else { return nil }
            return MovementTable.Point(
                verdicts: [round.verdicts[item.id]], levels: round.tool.version.scale.count, likeness: .same)
        }
        self.init(
            item: item, evaluation: rounds[rounds.count - 2].round.evaluation,
            points: points.dropLast() + [nil], movement: .retired, ancestry: [item.id])
    }
}

extension MovementTable {
    /// One aspect over the rounds.
    package struct AspectLine: Hashable, Sendable {
        package let name: String
        /// The average level of the statements judged in each round, oldest first; nil where none was, or the scale or
        /// the statements were others.
        package let averages: [Double?]
    }

    /// In the order of the tool, without those that nobody ever judged.
    package var aspects: [AspectLine] {
        let byAspect = Dictionary(grouping: rows.filter { $0.movement != .retired }, by: \.item.item.aspect)
        return tool.version.aspects.compactMap { aspect in
            let rows = byAspect[aspect.key] ?? []
            let averages = rounds.indices.map { round in average(of: rows.compactMap { $0.points[round] }) }
            return averages.contains { $0 != nil } ? AspectLine(name: aspect.name, averages: averages) : nil
        }
    }

    private func average(of points: [Point]) -> Double? {
        let levels = tool.version.scale.count
        let judged = points.filter { $0.levels == levels && $0.likeness.claimsMovement }.compactMap {
            $0.standing.verdict?.level
        }
        return judged.isEmpty ? nil : Double(judged.reduce(0, +)) / Double(judged.count)
    }
}
