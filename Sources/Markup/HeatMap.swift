package import Kernel

/// Rows against columns, each crossing with its level, spread and age; a table, because it is read by name both ways.
///
/// A crossing that nobody has judged is hatched, unlike any level, and still opens.
package struct HeatMap: Sendable {
    package struct Heading: Sendable {
        package let name: String
        package let address: String?
        /// A quiet line below the name, such as the phase.
        package let detail: String

        package init(_ name: String, address: String? = nil, detail: String = "") {
            self.name = name
            self.address = address
            self.detail = detail
        }
    }

    package struct Cell: Sendable {
        package struct Known: Sendable {
            /// The mean of the levels, on a scale from 1 to `count`.
            package let level: Double
            package let count: Int
            package let word: String
            /// Lowest and highest level found.
            package let range: ClosedRange<Int>
            /// When the oldest of them was judged.
            package let day: Day

            package init(level: Double, of count: Int, word: String, range: ClosedRange<Int>, day: Day) {
                self.level = level
                self.count = count
                self.word = word
                self.range = range
                self.day = day
            }
        }

        package let known: Known?
        package let address: String?
        /// Statements judged and statements there are; nil hides the line.
        package let judged: (done: Int, total: Int)?

        package init(_ known: Known?, address: String?, judged: (done: Int, total: Int)? = nil) {
            self.known = known
            self.address = address
            self.judged = judged
        }
    }

    package let title: String
    /// What the rows are: "School".
    package let corner: String
    package let today: Day
    package let columns: [Heading]
    package let rows: [(heading: Heading, cells: [Cell])]

    package init(
        title: String, corner: String, today: Day, columns: [Heading], rows: [(heading: Heading, cells: [Cell])]
    ) {
        self.title = title
        self.corner = corner
        self.today = today
        self.columns = columns
        self.rows = rows
    }

    package var html: HTML {
        """
        <div class="scroll" role="region" tabindex="0" aria-label="\(title)"><table class="heat">\
        <caption>\(title) <small>Mean level, lowest to highest, and how long ago. Hatched is not judged.</small></caption>\
        <thead><tr><th scope="col">\(corner)</th>\(columns.html { head($0, "col") })</tr></thead>\
        <tbody>\(rows.html { "<tr>\(head($0.heading, "row"))\($0.cells.html(crossing))</tr>\n" })</tbody></table></div>
        """
    }

    private func head(_ heading: Heading, _ scope: String) -> HTML {
        let detail = HTML.when(!heading.detail.isEmpty, "<small>\(heading.detail)</small>")
        guard let address = heading.address else { return "<th scope=\"\(scope)\">\(heading.name)\(detail)</th>" }
        return "<th scope=\"\(scope)\"><a href=\"\(address)\">\(heading.name)</a>\(detail)</th>"
    }

    private func crossing(_ cell: Cell) -> HTML {
        let tone = cell.known.map { Tone.name(Tone.step($0.level, of: $0.count)) } ?? "tone-unknown"
        let words = cell.known.map(figures) ?? "<i>Not judged</i>"
        guard let address = cell.address else { return "<td class=\"\(tone)\">\(words)\(progress(cell))</td>" }
        return "<td class=\"\(tone)\"><a href=\"\(address)\">\(words)\(progress(cell))</a></td>"
    }

    private func figures(_ known: Cell.Known) -> HTML {
        let (low, high) = (known.range.lowerBound, known.range.upperBound)
        let spread = low == high ? "all \(low)" : "\(low)–\(high)"
        let age = today - known.day > 0 ? Day.span(today - known.day) : "today"
        return """
            <b>\(Figures.tenth(known.level))</b> \(known.word) <small title="\(known.day.long)">\(spread) · \(age)</small>
            """
    }

    private func progress(_ cell: Cell) -> HTML {
        guard let judged = cell.judged, judged.done < judged.total else { return .nothing }
        return " <small>\(judged.done) of \(judged.total) judged</small>"
    }
}
