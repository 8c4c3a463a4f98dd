import Kernel
import Markup
import SchoolRules
import Site

/// The trusts found in a file, to choose one. A national file has thousands, so they can be searched.
struct ChooseTrustPage: Sendable {
    static let mostShown = 40

    let upload: RegisterUpload
    let trusts: [RegisterTrust]
    /// The trust of this database, if it is known.
    let own: Trust?
    let find: String
    /// The trust that the database's own became part of.
    var successor: RegisterTrust?
    var errors = FieldErrors()

    var page: Page {
        Page(
            "Choose the trust", section: .schools,
            crumbs: ImportFilePage.crumbs + [Page.Crumb(ImportFilePage.title, SchoolLinks.newImport)], errors: errors,
            body: """
                \(lede("\(upload.files.schools.name) speaks of \(counted(trusts.count, "trust")) with open schools."))\
                \(succeeding)\(.when(trusts.count > Self.mostShown, search))\(choice)
                """)
    }

    private var succeeding: HTML {
        guard let successor else { return .nothing }
        return buttonRow(
            linkButton(
                "Let everything go on under \(successor.name)", to: SchoolLinks.successor(successor, after: upload.id)))
    }

    private var search: HTML {
        getForm(
            SchoolLinks.upload(upload.id),
            """
            \(textField(FormField("find", "Part of the name, or the number"), value: find, kind: .search, width: .half))\
            \(button("Find"))
            """)
    }

    private var choice: HTML {
        let found = matching
        guard !found.isEmpty else { return emptyState("No trust in the file matches \"\(find)\".") }
        return getForm(
            SchoolLinks.upload(upload.id),
            """
            \(radioGroup(
                FormField("trust", "Trust", errors: errors),
                choices: found.prefix(Self.mostShown).map { trust in
                    Choice(trust.uid ?? trust.name, trust.name, hint: hint(trust))
                }, chosen: chosen(among: found)))\
            \(.when(
                found.count > Self.mostShown,
                "<p>\(found.count - Self.mostShown) more match. Give more of the name to see them.</p>"))\
            \(buttonRow(button("See what would change", .primary)))
            """)
    }

    private func hint(_ trust: RegisterTrust) -> String {
        (trust.uid.map { "Number \($0), " } ?? "") + counted(trust.schools, "school")
    }

    private func isOwn(_ trust: RegisterTrust) -> Bool {
        guard let own else { return false }
        if let uid = own.uid, let other = trust.uid { return uid == other }
        return [own.name, own.registerName ?? ""].contains { $0.lowercased() == trust.name.lowercased() }
    }

    private func chosen(among found: [RegisterTrust]) -> String? {
        let one = found.first(where: isOwn) ?? (found.count == 1 ? found.first : nil)
        return one.map { $0.uid ?? $0.name }
    }

    /// The database's own trust first.
    private var matching: [RegisterTrust] {
        let words = find.lowercased()
        let found = trusts.filter { words.isEmpty || $0.uid == words || $0.name.lowercased().contains(words) }
        return found.filter(isOwn) + found.filter { !isOwn($0) }
    }
}
