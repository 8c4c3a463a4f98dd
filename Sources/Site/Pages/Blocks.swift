import Kernel
package import Markup

/// The sentence under the heading that says what this page is for.
package func lede(_ words: String) -> HTML { "<p class=\"lede\">\(words)</p>" }

/// One sentence about what was just done.
package func notice(_ sentence: String) -> HTML {
    "<p class=\"notice\" role=\"status\">\(sentence)</p>"
}

/// What belongs here, and how to begin.
package func emptyState(_ sentence: String, firstStep: HTML = .nothing) -> HTML {
    "<div class=\"empty\"><p>\(sentence)</p>\(.when(!firstStep.isEmpty, "<p>\(firstStep)</p>"))</div>"
}

/// More for those who want it, closed until asked for.
package func disclosure(_ summary: String, isOpen: Bool = false, _ body: HTML) -> HTML {
    "<details\(.when(isOpen, " open"))><summary>\(summary)</summary><div>\(body)</div></details>"
}

/// Something that can be picked up and moved on; never a card in a card.
package func card(id: String? = nil, _ body: HTML) -> HTML {
    "<article class=\"card\"\(.attribute("id", id))>\(body)</article>"
}

/// A card that `n` and `p` walk through and that autosave replaces.
///
/// - Parameter label: names the card for those who hear it: "Statement 3 of 30".
package func liveCard(id: String, label: String, _ body: HTML) -> HTML {
    "<article class=\"card\" id=\"\(id)\" data-card tabindex=\"-1\" aria-label=\"\(label)\">\(body)</article>"
}

/// How far something has come, in figures and as a bar. With an id, autosave's answer can replace it.
package func progressBar(_ label: String, done: Int, of total: Int, id: String? = nil) -> HTML {
    """
    <div class="progress"\(.attribute("id", id))><label>\(label) <b>\(done) of \(total)</b>\
    <progress max="\(max(total, 1))" value="\(done)">\(done) of \(total)</progress></label></div>
    """
}

/// The pages of a long list; nothing when there is one.
package func pagination(page: Int, of pages: Int, address: (Int) -> String) -> HTML {
    guard pages > 1 else { return .nothing }
    let earlier: HTML = page > 1 ? "<a rel=\"prev\" href=\"\(address(page - 1))\">Previous page</a>" : .nothing
    let later: HTML = page < pages ? "<a rel=\"next\" href=\"\(address(page + 1))\">Next page</a>" : .nothing
    return """
        <nav class="pages" aria-label="Pages">\(earlier)<span>Page \(page) of \(pages)</span>\(later)</nav>
        """
}

/// Only on paper: a heading with the trust's name, a place to sign.
package func printOnly(_ body: HTML) -> HTML { "<div class=\"print-only\">\(body)</div>" }

/// Only on a screen: what can be pressed and has no meaning on paper.
package func screenOnly(_ body: HTML) -> HTML { "<div class=\"screen-only\">\(body)</div>" }

/// Shown by the page's script, since only it can print.
package let printButton: HTML = "<button class=\"quiet\" type=\"button\" data-print hidden>Print this page</button>"

/// Text with its line breaks as paragraphs, each in its own direction.
package func paragraphs(_ text: String) -> HTML {
    text.printable.utf8.split(separator: UInt8(ascii: "\n")).html { line in
        let words = String(Substring(line))
        return "<p\(.direction(of: words))>\(words)</p>"
    }
}
