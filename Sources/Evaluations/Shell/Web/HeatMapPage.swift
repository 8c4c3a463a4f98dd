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
        guard !areas.isEmpty else { return emptyState("The map fills once a tool is installed and judged.") }
        return """
            \(lede("What both sides agreed, school by school. Hatched is what nobody has agreed yet."))\
            \(MapFilter(schools: map.schools, choice: choice, order: order).html)\
            \(rows.isEmpty ? emptyState("No school is of this kind.") : table)
            """
    }

    /// Areas of the installed tools, and any other that has totals.
    private var areas: [String] {
        Set(map.schools.flatMap(\.totals.keys)).union(map.words.areas).sorted()
    }

    private var rows: [MapSchool] { order.sorted(map.schools.filter(\.isShown)) }

    private var table: HTML {
        """
        <div class="scroll" role="region" tabindex="0" aria-label="Schools by area"><table class="heat stacking">\
        <caption>Schools by area <small>The middle level of the statements, the lower of two; below it how they \
        spread.</small></caption>\
        <thead><tr>\(heading("School", sortedBy: nil))\(areas.html { heading($0, sortedBy: areaSlug($0)) })</tr></thead>\
        <tbody>\(rows.html(row))</tbody></table></div>
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

    private func row(_ school: MapSchool) -> HTML {
        let category = school.category.map { schoolCategory($0.name, concern: $0.concern) } ?? .nothing
        return """
            <tr><th scope="row"><a href="\(EvaluationLinks.school(school.id))">\(school.facts.name)</a>\
            <small>\(school.facts.kind) \(category)</small></th>\(areas.html { cell(school, $0) })</tr>

            """
    }

    private func cell(_ school: MapSchool, _ area: String) -> HTML {
        let total = school.totals[area]
        let level = total?.level(map.words)
        return """
            <td class="\(level.map { Tone.name($0.tone) } ?? "tone-unknown")" data-label="\(area)">\
            <a href="\(MapLinks.area(school.id, area))">\(total.map { figures($0, level) } ?? "<i>Not judged</i>")</a></td>
            """
    }

    private func figures(_ total: SchoolAreaTotal, _ level: LevelMark?) -> HTML {
        let open = total.openWords.map { [$0] } ?? []
        guard let agreed = total.agreed else {
            return "<i>Not agreed yet</i><small>\(open.joined())</small>"
        }
        let word: HTML = level.map { "<b>\($0.number)</b> \($0.word)" } ?? "<i>Not judged</i>"
        return """
            \(word)\(slimBar(total.spread(map.words)))\
            <small>\(([total.tally.judgedWords] + open).joined(separator: ", "))</small>\
            <small>\(agreedAge(agreed, on: map.today))</small>
            """
    }
}

/// A bar without figures, for a place where hundreds stand beside each other.
func slimBar(_ spread: Spread) -> HTML {
    let all =
        spread.levels.map { ($0.count, Tone.name($0.level.tone)) }
        + [(spread.left, "tone-left"), (spread.notJudged, "tone-unknown")]
    var start = 0
    let pieces = all.filter { $0.0 > 0 }.html { count, tone in
        let (from, to) = (start * 100 / spread.total, (start + count) * 100 / spread.total)
        start += count
        return """
            <rect class="\(tone)" x="\(from)%" width="\(to - from)%" height="8"\
            \(.when(tone == "tone-unknown", " fill=\"url(#hatch)\""))/>
            """
    }
    return """
        <svg class="spread" role="img" aria-label="\(spread.words)" width="100%" height="8">\(pieces)</svg>
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
