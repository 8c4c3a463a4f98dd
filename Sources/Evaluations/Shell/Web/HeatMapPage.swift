import EvaluationRules
import Kernel
import Markup
import SchoolRules
import Site

/// The trust's map: schools by area, from kept totals.
struct HeatMapPage: Sendable {
    let map: TrustMap
    let choice: MapChoice
    let order: MapOrder

    var page: Page {
        Page("Trust map", section: .map, isWide: true, body: body)
    }

    private var body: HTML {
        guard !map.schools.isEmpty else {
            return emptyState(
                "The map has a row for each school of the trust that your posts reach as a whole.",
                firstStep: "<a href=\"/schools\">See the schools, or bring them in</a>")
        }
        let columns = self.columns
        guard !columns.isEmpty else { return emptyState("The map fills once a tool is installed and judged.") }
        let rows = order.sorted(map.schools.filter(\.isShown))
        return """
            \(lede("What both sides agreed, school by school. Hatched is what nobody has agreed yet."))\
            \(MapFilter(schools: map.schools, choice: choice, order: order).html)\
            \(rows.isEmpty ? emptyState("No school is of this kind.") : table(rows, columns))
            """
    }

    /// An area, with what its cells have in common: hundreds stand on one page.
    private struct Column {
        let area: String
        let slug: String
        /// The marks of a scale by its number of levels.
        let scales: [Int: [LevelMark]]

        init(_ area: String, _ words: AreaWords) {
            (self.area, slug) = (area, areaSlug(area))
            scales = Dictionary(uniqueKeysWithValues: (1...7).map { ($0, LevelMark.scale(words.levels($0, in: area))) })
        }
    }

    /// Areas of the installed tools, and any other that has totals.
    private var columns: [Column] {
        var areas = Set(map.words.areas)
        for school in map.schools { areas.formUnion(school.totals.keys) }
        return areas.sorted().map { Column($0, map.words) }
    }

    private func table(_ rows: [MapSchool], _ columns: [Column]) -> HTML {
        """
        <div class="scroll" role="region" tabindex="0" aria-label="Schools by area"><table class="heat stacking">\
        <caption>Schools by area <small>The middle level of the statements, the lower of two; below it how they \
        spread.</small></caption>\
        <thead><tr>\(heading("School", sortedBy: nil))\(columns.html { heading($0.area, sortedBy: $0.slug) })</tr></thead>\
        <tbody>\(rows.html { row($0, columns) })</tbody></table></div>
        """
    }

    /// Sorts by its column; pressed again, the other way round.
    private func heading(_ words: String, sortedBy area: String?) -> HTML {
        let isCurrent = order.area == area
        let next = MapOrder(area: area, isHighestFirst: isCurrent && area != nil && !order.isHighestFirst)
        let direction = isCurrent ? (order.isHighestFirst ? "descending" : "ascending") : nil
        let said: HTML = order.isHighestFirst ? "<small>highest first</small>" : "<small>lowest first</small>"
        return """
            <th scope="col"\(.attribute("aria-sort", direction))><a href="\(MapLinks.map(choice, next))">\
            <span class="vh">Sort by </span>\(words)</a>\(.when(isCurrent && area != nil, said))</th>
            """
    }

    private func row(_ school: MapSchool, _ columns: [Column]) -> HTML {
        let category = school.category.map { schoolCategory($0.name, concern: $0.concern) } ?? .nothing
        let address = EvaluationLinks.school(school.id)
        return """
            <tr><th scope="row"><a href="\(address)">\(school.facts.name)</a>\
            <small>\(school.facts.kind) \(category)</small></th>\
            \(columns.html { cell(school.totals[$0.area], $0, below: address) })</tr>

            """
    }

    private func cell(_ total: SchoolAreaTotal?, _ column: Column, below address: String) -> HTML {
        let scale = total.flatMap { column.scales[$0.tally.counts.count] } ?? []
        let level = total?.level(of: scale)
        return """
            <td class="\(level.map { Tone.name($0.tone) } ?? "tone-unknown")" data-label="\(column.area)">\
            <a href="\(address + MapLinks.areas + column.slug)">\
            \(total.map { figures($0, level, scale) } ?? "<i>Not judged</i>")</a></td>
            """
    }

    private func figures(_ total: SchoolAreaTotal, _ level: LevelMark?, _ scale: [LevelMark]) -> HTML {
        let open = total.openWords
        guard let agreed = total.agreed else { return "<i>Not agreed yet</i><small>\(open ?? "")</small>" }
        let word: HTML = level.map { "<b>\($0.number)</b> \($0.word)" } ?? "<i>Not judged</i>"
        return """
            \(word)\(slimBar(total.tally.spread(scale)))\
            <small>\(total.tally.judgedWords)\(open.map { ", \($0)" } ?? "")</small>\
            <small>\(agreedAge(agreed, on: map.today))</small>
            """
    }
}

/// A bar without figures, for a place where hundreds stand beside each other.
func slimBar(_ spread: Spread) -> HTML {
    let total = max(spread.total, 1)
    var start = 0
    func piece(_ count: Int, _ tone: String, _ more: HTML = .nothing) -> HTML {
        if count == 0 { return .nothing }
        let (from, to) = (start * 100 / total, (start + count) * 100 / total)
        start += count
        return "<rect class=\"\(tone)\" x=\"\(from)%\" width=\"\(to - from)%\" height=\"8\"\(more)/>"
    }
    let levels = spread.levels.html { piece($0.count, Tone.name($0.level.tone)) }
    let rest = piece(spread.left, "tone-left") + piece(spread.notJudged, "tone-unknown", " fill=\"url(#hatch)\"")
    return """
        <svg class="spread" role="img" aria-label="\(spread.words)" width="100%" height="8">\(levels)\(rest)</svg>
        """
}

extension MapOrder {
    /// Schools whose level is not known come last either way.
    func sorted(_ schools: [MapSchool]) -> [MapSchool] {
        guard let area else { return isHighestFirst ? schools.reversed() : schools }
        let ranked = schools.map { school in
            (school: school, rank: school.totals.values.first { areaSlug($0.area) == area }.flatMap(rank))
        }
        let known = ranked.compactMap { one in one.rank.map { (school: one.school, rank: $0) } }
        let sorted = known.sorted { isHighestFirst ? $0.rank > $1.rank : $0.rank < $1.rank }
        return sorted.map(\.school) + ranked.filter { $0.rank == nil }.map(\.school)
    }

    /// First by the level that the map shows, then by the mean, each as a share of its scale.
    private func rank(_ total: SchoolAreaTotal) -> (Double, Double)? {
        guard total.agreed != nil, let median = total.tally.median else { return nil }
        let counts = total.tally.counts
        let sum = counts.enumerated().reduce(0) { $0 + $1.offset * $1.element }
        let top = Double(max(counts.count - 1, 1))
        return (Double(median - 1) / top, Double(sum) / Double(total.tally.judged) / top)
    }
}
