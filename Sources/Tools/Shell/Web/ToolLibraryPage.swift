import Markup
import Site
import ToolRules

/// Every tool that the trust can judge with.
struct ToolLibraryPage: Sendable {
    let tools: [ToolVersionRow]

    var page: Page { Page("Tools", section: .tools, body: body) }

    private var body: HTML {
        if tools.isEmpty {
            return emptyState(
                "This trust has no tools yet. They come with the programme and are installed when it starts.")
        }
        return """
            \(lede("What strong practice looks like, statement by statement, and where to see whether it is so."))\
            \(tools.html(entry))
            """
    }

    private func entry(_ tool: ToolVersionRow) -> HTML {
        """
        <section aria-labelledby="tool-\(tool.tool.text)">\
        <h2 id="tool-\(tool.tool.text)"><a href="\(ToolLinks.version(tool.tool, tool.version))">\(tool.name)</a></h2>\
        <p>\(tool.purpose)</p>\
        <p class="soft">\(tool.area) · \(tool.judgedItems) statements · for \(JudgedFor.words(tool.judgedFor)) · \
        version \(tool.version.description)</p></section>

        """
    }
}

extension JudgedFor {
    /// `departments and schools`.
    static func words(_ kinds: Set<JudgedFor>) -> String {
        allCases.filter(kinds.contains).map { "\($0.name.lowercased())s" }.joined(separator: " and ")
    }
}
