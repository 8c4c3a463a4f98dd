/// One bar cut into the levels' shares, each with its count where there is room for it.
///
/// Positions are percentages, so the bar takes any width without squeezing its figures.
package struct SpreadBar: Sendable {
    package let spread: Spread
    /// Whether the words stand below the bar; without them the bar's title alone says them.
    package let hasWords: Bool

    package init(_ spread: Spread, hasWords: Bool = true) {
        self.spread = spread
        self.hasWords = hasWords
    }

    /// The pattern of what is not judged; once a page, since every bar names it.
    package static let hatch: HTML = """
        <svg class="hatch vh" width="0" height="0" aria-hidden="true"><pattern id="hatch" width="6" height="6" \
        patternUnits="userSpaceOnUse"><rect width="6" height="6"/><path d="M0 6L6 0"/></pattern></svg>
        """

    private struct Piece {
        let count: Int
        let tone: String
        var start = 0
    }

    package var html: HTML {
        if spread.total == 0 { return "<figure class=\"spread\"><figcaption>\(spread.words)</figcaption></figure>" }
        return """
            <figure class="spread"><svg class="spread-bar" role="img" aria-label="\(spread.words)" width="100%" height="20">\
            <title>\(spread.words)</title>\(pieces.html(drawing))</svg>\
            \(.when(hasWords, "<figcaption>\(spread.words)</figcaption>"))</figure>
            """
    }

    private var pieces: [Piece] {
        var start = 0
        let all =
            spread.levels.map { Piece(count: $0.count, tone: Tone.name($0.level.tone)) }
            + [Piece(count: spread.left, tone: "tone-left"), Piece(count: spread.notJudged, tone: "tone-unknown")]
        return all.filter { $0.count > 0 }.map { piece in
            defer { start += piece.count }
            return Piece(count: piece.count, tone: piece.tone, start: start)
        }
    }

    private func drawing(_ piece: Piece) -> HTML {
        let total = Double(max(spread.total, 1))
        let x = Double(piece.start) / total * 100
        let width = Double(piece.count) / total * 100
        return """
            <rect class="\(piece.tone)" x="\(Figures.coordinate(x))%" width="\(Figures.coordinate(width))%" height="20"/>\
            \(.when(width >= 7, figure(piece, at: x + width / 2)))
            """
    }

    private func figure(_ piece: Piece, at x: Double) -> HTML {
        "<text class=\"\(piece.tone)\" x=\"\(Figures.coordinate(x))%\" y=\"14\">\(piece.count)</text>"
    }
}
