import Kernel
import Markup
import SchoolRules
import Site

/// The filters of the map: a form that asks for another map, and the filters in force as chips that can be removed.
struct MapFilter: Sendable {
    let schools: [MapSchool]
    let choice: MapChoice
    let order: MapOrder

    var html: HTML { form + chips }

    /// What the schools that may be seen can be told apart by; a filter with one answer is left out.
    private var form: HTML {
        let selects = [
            select("phase", "Phase", kinds, choice.kind),
            select("category", "Category", categories, choice.category),
            select("authority", "Local authority", authorities, choice.authority),
        ].compactMap(\.self)
        guard !selects.isEmpty else { return .nothing }
        return getForm(MapLinks.map, "\(selects.html { $0 })\(kept)\(button("Show"))")
    }

    private func select(_ name: String, _ label: String, _ choices: [Choice], _ chosen: String?) -> HTML? {
        guard choices.count > 1 else { return nil }
        return selectField(FormField(name, label), choices: choices, chosen: chosen, nobody: "All")
    }

    /// The order, which the form does not change.
    private var kept: HTML {
        let sort: HTML = order.area.map { "<input type=\"hidden\" name=\"sort\" value=\"\($0)\">" } ?? .nothing
        let direction: HTML = "<input type=\"hidden\" name=\"order\" value=\"\(MapOrder.highestFirst)\">"
        return sort + .when(order.isHighestFirst, direction)
    }

    private var chips: HTML {
        var (anyKind, anyCategory, anyAuthority) = (choice, choice, choice)
        (anyKind.kind, anyCategory.category, anyAuthority.authority) = (nil, nil, nil)
        return filterChips(
            "Only",
            [
                chip(choice.kind, kinds, without: anyKind),
                chip(choice.category, categories, without: anyCategory),
                chip(choice.authority, authorities, without: anyAuthority),
            ].compactMap(\.self))
    }

    private func chip(_ value: String?, _ choices: [Choice], without rest: MapChoice) -> Chip? {
        value.map { value in
            Chip(choices.first { $0.value == value }?.label ?? value, without: MapLinks.map(rest, order))
        }
    }

    private var kinds: [Choice] {
        let found = Set(schools.map(\.kind))
        let all =
            SchoolPhase.allCases.map { Choice($0.rawValue, $0.name) }
            + Provision.allCases.map { Choice($0.rawValue, $0.name) }
        return all.filter { found.contains($0.value) }
    }

    private var categories: [Choice] {
        Set(schools.compactMap(\.category)).sorted { $0.concern < $1.concern }.map { Choice($0.key, $0.name) }
    }

    private var authorities: [Choice] {
        let names = Dictionary(schools.map { ($0.facts.authorityCode, $0.facts.authority) }) { first, _ in first }
        return names.sorted { $0.value < $1.value }.map { Choice($0.key, $0.value) }
    }
}
