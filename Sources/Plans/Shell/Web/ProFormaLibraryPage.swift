import Markup
import PlanRules
import Site
import ToolRules

/// What plans of each kind begin with.
struct ProFormaLibraryPage: Sendable {
    let library: ProFormaLibrary

    var page: Page { Page("Pro-formas", section: .plans, body: body) }

    private var body: HTML {
        if library.current.isEmpty {
            return emptyState("This trust has no pro-formas yet. They come with the programme when it starts.")
        }
        return """
            \(lede("What a plan of each kind asks for, and how much it may hold. A plan keeps the version it was begun with."))\
            \(library.current.html(entry))
            """
    }

    private func entry(_ proForma: ProForma) -> HTML {
        """
        <section aria-labelledby="\(proForma.key.text)">\
        <h2 id="\(proForma.key.text)"><a href="\(ProFormaLinks.version(proForma.key, proForma.version))">\(proForma.name)</a></h2>\
        <p>\(proForma.purpose)</p>\
        <p class="soft">\(proForma.limitsInWords) · \(proForma.whose)</p>\(newer(proForma))</section>

        """
    }

    private func newer(_ proForma: ProForma) -> HTML {
        guard let version = library.newer[proForma.key] else { return .nothing }
        return """
            <p>Termwise has a newer one, <a href="\(ProFormaLinks.version(proForma.key, version))">\(version.description)</a>. \
            Plans begin with the trust's edition until an edition is made from it.</p>
            """
    }
}

extension ProForma {
    /// `at most 3 priorities and 5 actions, 6 school weeks, looked at every week`
    var limitsInWords: String {
        let priorities = maxPriorities == 1 ? "1 priority" : "\(maxPriorities) priorities"
        let actions = maxActions.map { $0 == 1 ? " and 1 action" : " and \($0) actions" } ?? ""
        let length = weeks.map { $0 == 1 ? "1 school week, " : "\($0) school weeks, " } ?? ""
        return "At most \(priorities)\(actions), \(length)looked at: \(review.name.lowercased())"
    }

    /// `version 2026-1.2, Willowbrook Learning Trust's own edition`
    var whose: String { isOwnEdition ? "version \(version), the edition of \(edition)" : "version \(version)" }
}
