import Markup

/// The sections on the left of a wide screen. Letters after `g` come from `Page.Section.key`.
func rail(_ page: Page, _ reader: Reader) -> HTML {
    """
    <nav class="rail" aria-label="Sections"><p class="trust"><a href="/">\(reader.trustName)</a></p>\
    <ul>\(inOrder(reader.links).html { "<li>\(railLink($0, page, hasIcon: false))</li>" })</ul></nav>
    """
}

/// The same sections within a thumb's reach on a phone: four at once and the rest behind "More".
func bottomBar(_ page: Page, _ reader: Reader) -> HTML {
    let links = thumbOrder(reader.links)
    let rest = links.dropFirst(4)
    return """
        <nav class="bar" aria-label="Sections, at the bottom"><ul>\
        \(links.prefix(4).html { "<li>\(railLink($0, page, hasIcon: true))</li>" })\
        \(.when(!rest.isEmpty, "<li>\(more(rest, page))</li>"))</ul></nav>
        """
}

/// Features add their links in any order; the sections have one.
private func inOrder(_ links: [Reader.Link]) -> [Reader.Link] {
    Page.Section.allCases.flatMap { section in links.filter { $0.section == section } }
}

/// What is used with five minutes and a phone comes first.
private func thumbOrder(_ links: [Reader.Link]) -> [Reader.Link] {
    let first: [Page.Section] = [.today, .evaluate, .plans, .meetings]
    let ordered = inOrder(links)
    return first.flatMap { section in ordered.filter { $0.section == section } }
        + ordered.filter { !first.contains($0.section) }
}

private func more(_ links: ArraySlice<Reader.Link>, _ page: Page) -> HTML {
    let isHere = links.contains { $0.section == page.section }
    return """
        <details class="more"><summary\(.when(isHere, " class=\"here\""))>\(icon(.more))<span>More</span></summary>\
        <ul>\(links.html { "<li>\(railLink($0, page, hasIcon: false))</li>" })</ul></details>
        """
}

private func railLink(_ link: Reader.Link, _ page: Page, hasIcon: Bool) -> HTML {
    """
    <a href="\(link.address)"\(.when(link.section == page.section, " aria-current=\"page\""))\
    \(.attribute("data-go", hasIcon ? nil : link.section.key))>\
    \(.when(hasIcon, icon(.section(link.section))))<span>\(link.name)</span></a>
    """
}

extension Page.Section {
    /// The letter that goes there after `g`.
    package var key: String {
        switch self {
        case .today: "t"
        case .map: "m"
        case .schools: "s"
        case .evaluate: "e"
        case .plans: "p"
        case .meetings: "l"
        case .tools: "o"
        case .calendar: "c"
        case .administration: "a"
        }
    }
}
