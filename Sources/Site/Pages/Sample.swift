package import Markup

/// One view with values that show it: empty, one, many, refused, long words, hostile text. `/gallery` and the tests
/// draw every sample.
package struct Sample: Sendable {
    package let group: String
    package let name: String
    package let html: @Sendable () -> HTML

    package init(_ group: String, _ name: String, _ html: @escaping @Sendable () -> HTML) {
        self.group = group
        self.name = name
        self.html = html
    }
}

/// Every sample under its group, in the order given.
package func galleryPage(_ samples: [Sample]) -> Page {
    let groups = samples.reduce(into: [(name: String, samples: [Sample])]()) { groups, sample in
        if let index = groups.firstIndex(where: { $0.name == sample.group }) {
            groups[index].samples.append(sample)
        } else {
            groups.append((sample.group, [sample]))
        }
    }
    var page = Page(
        "Gallery", isWide: true,
        body: """
            \(lede("Every part of a page with values that show it at its best and at its worst."))
            <ul class="contents">\(groups.html { "<li><a href=\"#\(anchor($0.name))\">\($0.name)</a></li>" })</ul>
            \(groups.html { group in
                "<section id=\"\(anchor(group.name))\"><h2>\(group.name)</h2>\(group.samples.html(shown))</section>\n"
            })
            """)
    page.isOnePage = true
    return page
}

private func shown(_ sample: Sample) -> HTML {
    """
    <section class="sample" aria-label="\(sample.group): \(sample.name)"><h3>\(sample.name)</h3>\(sample.html())</section>

    """
}

private func anchor(_ name: String) -> String { "group-" + name.lowercased().replacing(" ", with: "-") }
