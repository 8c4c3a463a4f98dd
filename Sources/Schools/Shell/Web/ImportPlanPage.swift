import Kernel
import Markup
import SchoolRules
import Site

/// What an import would do, before it is done.
struct ImportPlanPage: Sendable {
    let upload: RegisterUpload
    let plan: ImportPlan
    let fingerprint: String
    let token: String
    /// At the schools that would end.
    var open: OpenThings = [:]
    /// Somebody changed the schools since the page was shown.
    var isStale = false

    var page: Page {
        Page(
            "What would change", section: .schools,
            crumbs: ImportFilePage.crumbs + [
                Page.Crumb(ImportFilePage.title, SchoolLinks.newImport),
                Page.Crumb("Choose the trust", SchoolLinks.upload(upload.id)),
            ],
            notice: isStale ? "The schools changed meanwhile. This is what would change now." : nil, isWide: true,
            body: "\(summary)\(form)\(added)\(changed)\(ended)\(notes)")
    }

    private var summary: HTML {
        summaryList([
            SummaryRow("Trust", "\(plan.trust.name)\(plan.trust.uid.map { " (\($0))" } ?? "")"),
            SummaryRow("File", HTML(upload.files.schools.name)),
            SummaryRow("Added", "\(plan.added.count)"), SummaryRow("Changed", "\(plan.changed.count)"),
            SummaryRow("Closed or left", "\(plan.closed.count)"), SummaryRow("Unchanged", "\(plan.unchanged)"),
            SummaryRow("Refused", "\(plan.refused.count)"),
        ])
    }

    private var form: HTML {
        if plan.changesNothing { return notice("Nothing would change.") }
        return postForm(
            SchoolLinks.upload(upload.id), token: token,
            """
            <input type="hidden" name="trust" value="\(plan.trust.uid ?? plan.trust.name)">\
            <input type="hidden" name="shown" value="\(fingerprint)">\
            \(buttonRow(button("Do this", .primary) + linkButton("Leave it", to: SchoolLinks.list, .link)))
            """)
    }

    private var added: HTML {
        section(
            "Added", [Column("School"), Column("URN"), Column("Kind"), Column("Local authority"), Column("Continues")],
            plan.added.map { one in
                [
                    HTML(one.facts.name), HTML(one.facts.urn), HTML(one.facts.kind), HTML(one.facts.authority),
                    HTML(one.predecessors.map(\.name).joined(separator: ", ")),
                ]
            })
    }

    private var changed: HTML {
        section(
            "Changed", [Column("School"), Column("URN"), Column("What changes")],
            plan.changed.map { [HTML($0.facts.name), HTML($0.facts.urn), what($0)] })
    }

    private func what(_ change: ImportPlan.Change) -> HTML {
        let fields: HTML = change.fields.html { field in
            let old = field.old.isEmpty ? "not known" : field.old
            let new = field.new.isEmpty ? "not known" : field.new
            return "<li>\(field.fact.label): <del>\(old)</del> <ins>\(new)</ins></li>"
        }
        return """
            <ul>\(fields)\(.when(change.returns, "<li>Is back in the trust</li>"))\
            \(.when(change.joined != change.school.joined, "<li>Joined the trust: \(change.joined?.long ?? "")</li>"))\
            \(.when(change.linked, "<li>Its history is joined with another school's</li>"))</ul>
            """
    }

    private var ended: HTML {
        let table = section(
            "Closed or left", [Column("School"), Column("URN"), Column("Why"), Column("Still open there")],
            plan.closed.map { one in
                let there = (open[one.school.id] ?? []).map(\.words).joined(separator: ", ")
                return [HTML(one.facts.name), HTML(one.facts.urn), why(one), HTML(there.isEmpty ? "Nothing" : there)]
            })
        return open.values.allSatisfy(\.isEmpty) ? table : table + Self.whatEnds
    }

    private func why(_ one: ImportPlan.Ending) -> HTML {
        switch one.why {
        case .closed(let day): HTML(day.map { "Closed on \($0.long)" } ?? "Closed")
        case .left(let day): "No longer in this trust since \(day.long)"
        }
    }

    private static let whatEnds: HTML = """
        <p>With its last day the posts at a school end, and with them the right to see it: its people may still sign in \
        and see what their other posts reach. Nothing there falls due or is missed any more. What was written stays, and \
        posts, plans and line meetings can go on at another school afterwards: <em>Schools that left or closed</em>.</p>
        """

    private var notes: HTML {
        let columns = [Column.number("Line"), Column("Why")]
        let row = { (note: LineNote) in [HTML(note.line > 0 ? "\(note.line)" : "–"), HTML(note.reason)] }
        return section("Refused", columns, plan.refused.map(row)) + section("Warnings", columns, plan.warnings.map(row))
    }

    private func section(_ title: String, _ columns: [Column], _ rows: [[HTML]]) -> HTML {
        rows.isEmpty ? .nothing : "<h2>\(title)</h2>\(dataTable(title, columns, rows, isCaptionHidden: true))"
    }
}
