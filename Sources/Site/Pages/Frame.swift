import Kernel
package import Markup

/// Where this build's style sheet, script and icon are; the addresses change with their content.
package struct AssetAddresses: Sendable {
    package let style: String
    /// For pages that print on one side, beside `style`.
    package let onePage: String
    package let script: String
    package let icon: String

    package init(style: String, onePage: String, script: String, icon: String) {
        self.style = style
        self.onePage = onePage
        self.script = script
        self.icon = icon
    }
}

/// Addresses that every page offers, answered by the features that own them.
package enum FrameAddress {
    /// Keeps `Arrival.carried` in its forms.
    package static let signIn = "/sign-in"
    /// Taken by POST with the form token.
    package static let signOut = "/sign-out"
    /// The reader's own page: password and sessions.
    package static let me = "/me"
    /// Answered with `keysPage`.
    package static let keys = "/help/keys"
}

/// The whole document around a page. Nothing in it is inline, so the content policy can forbid inline script and style.
///
/// - Parameter isRefused: whether it says why something was not taken, so that the device goes on keeping what was typed.
package func frame(_ page: Page, for reader: Reader, assets: AssetAddresses, isRefused: Bool = false) -> HTML {
    """
    <!DOCTYPE html>
    <html lang="en-GB">
    \(head(page, reader, assets))
    <body class="\(reader.person == nil ? "alone" : "railed")" data-reader="\(reader.id?.text ?? "")"\(.when(isRefused, " data-refused"))>
    <a class="skip" href="#main">Skip to the page</a>
    \(.when(reader.isDemo, demoStrip))\(.when(reader.person != nil, rail(page, reader)))
    <div class="page">
    \(.when(reader.person == nil, "<header class=\"masthead\"><a href=\"/\">\(reader.trustName)</a></header>"))\(crumbLine(page))
    <main id="main" tabindex="-1"\(.when(page.isWide, " class=\"wide\""))>
    \(errorSummary(page.errors))\(page.notice.map { notice($0) } ?? .nothing)
    <h1>\(page.title)</h1>
    \(page.body)\(.when(page.isDeadEnd, wayOn(reader)))
    </main>
    \(footer(reader))
    </div>
    \(.when(reader.person != nil, bottomBar(page, reader)))
    \(SpreadBar.hatch)
    </body>
    </html>
    """
}

private func wayOn(_ reader: Reader) -> HTML {
    reader.person == nil
        ? "<p><a href=\"\(FrameAddress.signIn)\">Sign in</a></p>" : "<p><a href=\"/\">Go to Today</a></p>"
}

private func head(_ page: Page, _ reader: Reader, _ assets: AssetAddresses) -> HTML {
    """
    <head>
    <meta charset="utf-8">
    <title>\(.when(!page.errors.isEmpty, "Error: "))\(page.title) – \(reader.trustName)</title>
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <link rel="stylesheet" href="\(assets.style)">\(.when(page.isOnePage, "<link rel=\"stylesheet\" href=\"\(assets.onePage)\">"))
    <link rel="icon" href="\(assets.icon)" type="image/svg+xml">
    <script type="module" src="\(assets.script)"></script>
    </head>
    """
}

private let demoStrip: HTML = """
    <aside class="demo" aria-label="Demo">This is a demo trust. Its schools, people and judgements are invented.</aside>
    """

/// Trust, then what lies above, then this page. A page at the top has no line of its own.
private func crumbLine(_ page: Page) -> HTML {
    guard !page.crumbs.isEmpty else { return .nothing }
    return """
        <nav class="crumbs" aria-label="You are here"><ol>\
        \(page.crumbs.html { "<li><a href=\"\($0.address)\">\($0.name)</a></li>" })\
        <li aria-current="page">\(page.title)</li></ol></nav>
        """
}

private func footer(_ reader: Reader) -> HTML {
    guard let person = reader.person else {
        return "<footer class=\"foot\"><p>Termwise</p></footer>"
    }
    return """
        <footer class="foot"><p>Signed in as <a href="\(FrameAddress.me)">\(person)</a></p>\
        \(postForm(FrameAddress.signOut, token: reader.formToken, marks: .signOut, button("Sign out", .link)))\
        <p class="keys-link"><a href="\(FrameAddress.keys)" data-keys>Every key</a></p></footer>
        """
}
