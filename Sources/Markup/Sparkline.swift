/// A line the size of a word: where a value came from. Its last point is marked and written beside it.
package struct Sparkline: Sendable {
    package let name: String
    /// Oldest first; nil where there is no value.
    package let values: [Double?]
    package let range: ClosedRange<Double>

    /// - Parameter range: the values at the bottom and the top of the drawing; values outside are drawn at its edge.
    package init(_ name: String, _ values: [Double?], range: ClosedRange<Double>) {
        self.name = name
        self.values = values
        self.range = range
    }

    private static let width = 96.0
    private static let height = 24.0
    private static let margin = 4.0

    package var html: HTML {
        guard let end = values.lastIndex(where: { $0 != nil }), let last = values[end] else {
            return "<span class=\"spark\">\(name): no values</span>"
        }
        return """
            <span class="spark"><svg role="img" width="96" height="24" viewBox="0 0 96 24" aria-label="\(words)">\
            <title>\(words)</title>\(runs.html(line))\(dot(last, at: end, radius: "2.5"))</svg> <b>\(Figures.short(last))</b></span>
            """
    }

    private var words: String {
        "\(name): " + values.map { $0.map(Figures.short) ?? "no value" }.joined(separator: ", ")
    }

    /// Stretches without a gap, as positions and values.
    private var runs: [[(index: Int, value: Double)]] {
        values.enumerated().reduce(into: [[]]) { runs, next in
            if let value = next.element {
                runs[runs.count - 1].append((next.offset, value))
            } else if !runs[runs.count - 1].isEmpty {
                runs.append([])
            }
        }
    }

    private func line(_ run: [(index: Int, value: Double)]) -> HTML {
        if run.count == 1 { return dot(run[0].value, at: run[0].index, radius: "1") }
        let points = run.map { "\(Figures.coordinate(x($0.index))),\(Figures.coordinate(y($0.value)))" }
        return "<polyline points=\"\(points.joined(separator: " "))\"/>"
    }

    private func dot(_ value: Double, at index: Int, radius: String) -> HTML {
        "<circle cx=\"\(Figures.coordinate(x(index)))\" cy=\"\(Figures.coordinate(y(value)))\" r=\"\(radius)\"/>"
    }

    private func x(_ index: Int) -> Double {
        Self.margin + (Self.width - 2 * Self.margin) * Double(index) / Double(max(values.count - 1, 1))
    }

    private func y(_ value: Double) -> Double {
        let span = max(range.upperBound - range.lowerBound, .leastNormalMagnitude)
        let share = (min(max(value, range.lowerBound), range.upperBound) - range.lowerBound) / span
        return Self.height - Self.margin - (Self.height - 2 * Self.margin) * share
    }
}
