import Markup

/// Every key of the page's script. The same page fills the dialog that `?` opens.
package func keysPage(for reader: Reader) -> Page {
    let places = reader.links.map { (["g", $0.section.key], "Go to \($0.name)") }
    return Page(
        "Every key", crumbs: [Page.Crumb(reader.trustName, "/")],
        body: """
            \(lede("Single keys work when no field is being typed in. Everything they do can be done without them."))
            <div class="option" data-keys-choice hidden><input type="checkbox" id="keys-on" data-keys-on>\
            <label for="keys-on">Use single keys on this device</label></div>
            \(keys("Anywhere", [(["?"], "Show this list"), (["/"], "Go to the search field of this page")] + places))
            \(keys("On a page of statements", onCards))
            \(keys("With a panel open", [(["Esc"], "Close the panel")]))
            """)
}

private let onCards: [([String], String)] = [
    (["n"], "Next statement"),
    (["p"], "Previous statement"),
    (["1", "7"], "Choose that level"),
    (["s"], "Say that it is still true"),
    (["l"], "Leave it until next time"),
]

private func keys(_ title: String, _ rows: [([String], String)]) -> HTML {
    """
    <h2>\(title)</h2><dl class="keys">\(rows.html { keys, does in
        "<div><dt>\(strokes(keys))</dt><dd>\(does)</dd></div>"
    })</dl>
    """
}

/// Digits make a range; letters follow one another.
private func strokes(_ keys: [String]) -> HTML {
    let isRange = keys.count == 2 && keys.allSatisfy { Int($0) != nil }
    return keys.enumerated().html { index, key in
        "\(.when(index > 0, isRange ? " to " : " then "))<kbd>\(key)</kbd>"
    }
}
