import Kernel
import Markup
import SchoolRules
import Site

/// The trust's word for its concern, with the shape of its place in the order; the last shape is for all beyond it.
func categoryMark(_ category: SchoolCategory?) -> HTML {
    guard let category else { return "<span class=\"soft\">Not decided</span>" }
    let shapes = CategoryShape.allCases
    return categoryTag(category.name, shapes[min(max(category.concern, 1), shapes.count) - 1])
}

func standingTag(_ school: School) -> HTML {
    switch school.standing {
    case .member: school.facts.status == .closing ? tag("Proposed to close", .attention) : .nothing
    case .left(let day): tag("Left by \(day.long)")
    case .closed(let day): tag(day.map { "Closed on \($0.long)" } ?? "Closed")
    }
}

extension School {
    var crumbs: [Page.Crumb] {
        [Page.Crumb("Schools", SchoolLinks.list), Page.Crumb(name, SchoolLinks.school(id))]
    }
}
