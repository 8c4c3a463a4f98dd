import Markup
import Site
import ToolRules

/// One version of a tool, to learn from before and while judging: on a screen, and on paper for a meeting.
struct ToolPage: Sendable {
    let edition: ToolEdition

    private var tool: ToolVersion { edition.published.version }

    var page: Page {
        Page(
            tool.name, section: .tools, crumbs: [Page.Crumb("Tools", ToolLinks.library)],
            body: """
                \(lede(tool.purpose))\
                \(summary)\
                \(screenOnly("<p>\(file) \(printButton)</p>"))\
                <h2 id="scale">The scale</h2>\(scale)\
                \(screenOnly(contents))\
                \(tool.aspects.html { StatementViews(tool: tool).aspect($0) })
                """)
    }

    private var summary: HTML {
        summaryList([
            SummaryRow("Area", HTML(tool.area)),
            SummaryRow("Made for", HTML(JudgedFor.words(tool.judgedFor))),
            SummaryRow("To judge", "\(tool.judgedItems.count) statements in \(tool.aspects.count) aspects"),
            SummaryRow("Version", "\(tool.version.description)\(newer)\(older)"),
            SummaryRow("Licence", HTML(tool.licence)),
        ])
    }

    /// A link to the newest version when this is not it.
    private var newer: HTML {
        guard let newest = edition.versions.first, newest > tool.version else { return ", the newest" }
        return ", which <a href=\"\(ToolLinks.version(tool.tool, newest))\">\(newest.description)</a> has followed"
    }

    private var older: HTML {
        let versions = edition.versions.filter { $0 < tool.version }
        if versions.isEmpty { return .nothing }
        return "; before it \(links(versions))"
    }

    private func links(_ versions: [VersionName]) -> HTML {
        versions.enumerated().html { index, version in
            "\(.when(index > 0, ", "))<a href=\"\(ToolLinks.version(tool.tool, version))\">\(version.description)</a>"
        }
    }

    private var file: HTML {
        """
        <a href="\(ToolLinks.file(tool.tool, tool.version))" download>Download this version as a file</a>
        """
    }

    private var scale: HTML {
        summaryList(tool.scale.levels.map { SummaryRow("\($0.order) \($0.name)", HTML($0.means)) })
    }

    private var contents: HTML {
        """
        <nav aria-labelledby="aspects"><h2 id="aspects">The aspects</h2>\
        <ol>\(tool.aspects.html { aspect in
            "<li><a href=\"#\(StatementViews.anchor(aspect))\">\(aspect.name)</a>: \(aspect.question)</li>"
        })</ol></nav>

        """
    }
}
