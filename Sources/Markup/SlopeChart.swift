/// Movement over rounds: one line for each thing, named at both ends so that no legend is needed.
///
/// A round in which a thing was not judged has no point, and its line is dashed across the gap.
package struct SlopeChart: Sendable {
    package struct Line: Sendable {
        package let name: String
        /// One for each round, on a scale from 1 to the count of levels; nil where it was not judged.
        package let values: [Double?]
        /// Drawn in the accent; the others in quiet ink.
        package let isMarked: Bool

        package init(_ name: String, _ values: [Double?], isMarked: Bool = false) {
            self.name = name
            self.values = values
            self.isMarked = isMarked
        }
    }

    package let title: String
    package let rounds: [String]
    package let levels: [LevelMark]
    package let lines: [Line]

    package init(title: String, rounds: [String], levels: [LevelMark], lines: [Line]) {
        self.title = title
        self.rounds = rounds
        self.levels = levels
        self.lines = lines
    }

    package var html: HTML {
        ChartFrame(
            title: title, description: description, width: SlopeLayout.width, height: layout.height,
            drawing: grid + lines.html(drawing) + names, table: table
        ).html
    }

    var layout: SlopeLayout { SlopeLayout(rounds: rounds.count, levels: levels.count, lines: lines.count) }

    private var description: String {
        lines.map { line in
            let known = line.values.enumerated().compactMap { round, value in value.map { (rounds[round], $0) } }
            guard let first = known.first, let last = known.last else { return "\(line.name) was not judged." }
            guard known.count > 1 else { return "\(line.name): \(Figures.tenth(first.1)) in \(first.0)." }
            return
                "\(line.name): from \(Figures.tenth(first.1)) in \(first.0) to \(Figures.tenth(last.1)) in \(last.0)."
        }.joined(separator: " ")
    }

    private var grid: HTML {
        let levelLines: HTML = levels.html { level in
            let y = Figures.coordinate(layout.y(Double(level.number)))
            return """
                <line class="grid" x1="\(Figures.coordinate(layout.left))" x2="\(Figures.coordinate(layout.right))" \
                y1="\(y)" y2="\(y)"/><text class="quiet" x="0" y="\(y)" dy="4">\(level.number) \(Self.cut(level.word, 16))</text>
                """
        }
        let roundNames: HTML = rounds.enumerated().html { index, name in
            "<text class=\"quiet middle\" x=\"\(Figures.coordinate(layout.x(index)))\" y=\"14\">\(name)</text>"
        }
        return levelLines + roundNames
    }

    private func drawing(_ line: Line) -> HTML {
        let points = line.values.enumerated().compactMap { round, value in
            value.map { (round: round, x: layout.x(round), y: layout.y($0)) }
        }
        let segments: HTML = zip(points, points.dropFirst()).html { a, b in
            """
            <line\(.when(b.round - a.round > 1, " class=\"gap\"")) x1="\(Figures.coordinate(a.x))" \
            y1="\(Figures.coordinate(a.y))" x2="\(Figures.coordinate(b.x))" y2="\(Figures.coordinate(b.y))"/>
            """
        }
        let dots: HTML = points.html {
            "<circle cx=\"\(Figures.coordinate($0.x))\" cy=\"\(Figures.coordinate($0.y))\" r=\"4\"/>"
        }
        return "<g class=\"\(line.isMarked ? "line marked" : "line")\">\(segments)\(dots)</g>"
    }

    /// Names at the right end, pushed apart where lines end together.
    private var names: HTML {
        let ends = lines.enumerated().compactMap { index, line in
            line.values.last.flatMap { $0 }.map { (index, $0) }
                ?? line.values.lazy.compactMap { $0 }.last.map { (index, $0) }
        }
        let wanted = ends.map { layout.y($0.1) }
        return zip(ends, layout.apart(wanted)).html { end, y in
            let line = lines[end.0]
            return """
                <text class="\(line.isMarked ? "name marked" : "name")" x="\(Figures.coordinate(layout.right + 12))" \
                y="\(Figures.coordinate(y))" dy="4">\(Figures.tenth(end.1)) \(Self.cut(line.name, 30))</text>
                """
        }
    }

    private var table: HTML {
        """
        <table><caption>\(title)</caption><thead><tr><th scope="col">Name</th>\
        \(rounds.html { "<th scope=\"col\" class=\"n\">\($0)</th>" })</tr></thead><tbody>\
        \(lines.html { line in "<tr><th scope=\"row\">\(line.name)</th>\(line.values.html(cell))</tr>" })</tbody></table>
        """
    }

    private func cell(_ value: Double?) -> HTML {
        value.map { "<td class=\"n\">\(Figures.tenth($0))</td>" } ?? "<td class=\"n\">not judged</td>"
    }

    /// SVG does not break lines; the table has the whole name.
    private static func cut(_ words: String, _ length: Int) -> String {
        words.count <= length ? words : words.prefix(length - 1) + "…"
    }
}

/// Where things stand in a slope chart, in units of its drawing.
struct SlopeLayout {
    static let width = 720
    let rounds: Int
    let levels: Int
    let lines: Int

    let left = 130.0
    let right = 490.0
    private let top = 32.0
    private let step = 18.0

    var height: Int { Int(top) + max(220, Int(step) * lines) + 16 }

    func x(_ round: Int) -> Double {
        rounds < 2 ? (left + right) / 2 : left + 16 + (right - left - 32) * Double(round) / Double(rounds - 1)
    }

    func y(_ level: Double) -> Double {
        let bottom = Double(height) - 16
        guard levels > 1 else { return (top + bottom) / 2 }
        return bottom - (bottom - top) * (level - 1) / Double(levels - 1)
    }

    /// The wished heights moved as little as needed for `step` between neighbours, kept inside the drawing.
    func apart(_ wanted: [Double]) -> [Double] {
        let order = wanted.indices.sorted { (wanted[$0], $0) < (wanted[$1], $1) }
        var placed = wanted
        var floor = -Double.infinity
        for index in order {
            placed[index] = max(wanted[index], floor)
            floor = placed[index] + step
        }
        var ceiling = Double(height) - 8
        for index in order.reversed() {
            placed[index] = min(placed[index], ceiling)
            ceiling = placed[index] - step
        }
        return placed
    }
}
