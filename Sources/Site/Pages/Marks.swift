package import Kernel
package import Markup

package enum TagTone: String, Sendable {
    case plain, good, attention, problem
    /// Only where the trust's own words are red, amber and green.
    case red, amber, green
}

/// A word that says how something stands.
package func tag(_ words: String, _ tone: TagTone = .plain) -> HTML {
    "<span class=\"tag \(tone.rawValue)\">\(words)</span>"
}

/// How a statement stands, in number, word and colour; never in colour alone.
package func levelBadge(_ standing: Standing) -> HTML {
    switch standing {
    case .level(let level):
        "<span class=\"badge \(Tone.name(level.tone))\"><b>\(level.number)</b> \(level.word)</span>"
    case .notJudged: "<span class=\"badge tone-unknown\">Not judged</span>"
    case .left: "<span class=\"badge tone-left\">Left until next time</span>"
    }
}

/// A shape for each category, in the order of growing concern, so that it is known without reading or colour.
package enum CategoryShape: String, Sendable, CaseIterable {
    case circle, diamond, triangle, square
}

/// The trust's word for how concerned it is about a school, with its shape.
package func categoryTag(_ word: String, _ shape: CategoryShape) -> HTML {
    """
    <span class="category"><svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">\(drawing(shape))</svg>\
    \(word)</span>
    """
}

private func drawing(_ shape: CategoryShape) -> HTML {
    switch shape {
    case .circle: "<circle class=\"hollow\" cx=\"6\" cy=\"6\" r=\"4.5\"/>"
    case .diamond: "<path class=\"hollow\" d=\"M6 1l5 5-5 5-5-5z\"/>"
    case .triangle: "<path d=\"M6 1l5.5 10H.5z\"/>"
    case .square: "<path d=\"M1 1h10v10H1z\"/>"
    }
}

/// How old something is, with its day on hover and in print: "seen 3 weeks ago".
///
/// - Parameter saying: what happened then, in front: "seen", "judged".
package func ageText(_ day: Day, on today: Day, saying: String = "") -> HTML {
    """
    <time datetime="\(day.description)" title="\(day.long)">\(.when(!saying.isEmpty, "\(saying) "))\(day.age(on: today))</time>
    """
}

package struct Chip: Sendable {
    package let words: String
    /// The page without this filter.
    package let address: String

    package init(_ words: String, without address: String) {
        self.words = words
        self.address = address
    }
}

/// The filters in force, each a link to the page without it; nothing when there is none.
package func filterChips(_ label: String, _ chips: [Chip]) -> HTML {
    guard !chips.isEmpty else { return .nothing }
    return """
        <div class="chips" role="group" aria-label="\(label)"><span class="soft">\(label)</span><ul>\
        \(chips.html(chip))</ul></div>
        """
}

private func chip(_ chip: Chip) -> HTML {
    """
    <li><a class="chip" href="\(chip.address)"><span class="vh">Remove </span>\(chip.words)\
    <svg width="10" height="10" viewBox="0 0 10 10" aria-hidden="true"><path d="M1 1l8 8M9 1L1 9"/></svg></a></li>
    """
}
