package import Kernel

/// A year as twelve small months, each day marked by its kind in shape and in words.
package struct YearGrid: Sendable {
    package enum Kind: String, Sendable, CaseIterable {
        case school = "d-school"
        case weekend = "d-weekend"
        case holiday = "d-holiday"
        case bankHoliday = "d-bank"
        case inset = "d-inset"
    }

    package struct Mark: Sendable {
        package let kind: Kind
        /// Read out and shown as a title where a day is special: "INSET day", "October half term".
        package let words: String?
        package let address: String?

        package init(_ kind: Kind, words: String? = nil, address: String? = nil) {
            self.kind = kind
            self.words = words
            self.address = address
        }
    }

    package let title: String
    /// The first of the twelve months.
    package let start: Day
    package let today: Day?
    package let mark: @Sendable (Day) -> Mark

    package init(title: String, start: Day, today: Day? = nil, mark: @escaping @Sendable (Day) -> Mark) {
        self.title = title
        self.start = start
        self.today = today
        self.mark = mark
    }

    package var html: HTML { "<div class=\"year\" role=\"group\" aria-label=\"\(title)\">\(months.html(month))</div>" }

    /// The first day of each of the twelve months.
    private var months: [Day] {
        (0..<12).compactMap { offset in
            let month = start.month - 1 + offset
            return Day(start.year + month / 12, month % 12 + 1, 1)
        }
    }

    private func month(_ first: Day) -> HTML {
        let weeks = sequence(first: first.monday) { $0 + 7 }.prefix { $0 <= first || $0.month == first.month }
        return """
            <table><caption>\(monthNames[first.month - 1]) \(String(first.year))</caption>\
            <thead><tr>\(YearGrid.weekdays)</tr></thead><tbody>\
            \(weeks.html { monday in "<tr>\((0..<7).html { day(monday + $0, in: first) })</tr>" })</tbody></table>
            """
    }

    private static let weekdays: HTML = (1...7).html { number in
        let name = Weekday(rawValue: number)?.name ?? ""
        return "<th scope=\"col\"><abbr title=\"\(name)\">\(String(name.prefix(1)))</abbr></th>"
    }

    private func day(_ day: Day, in first: Day) -> HTML {
        guard day.month == first.month, day.year == first.year else { return "<td></td>" }
        let mark = mark(day)
        let number: HTML = "\(day.dayOfMonth)\(mark.words.map { "<span class=\"vh\"> \($0)</span>" } ?? .nothing)"
        let face = mark.address.map { "<a href=\"\($0)\">\(number)</a>" } ?? number
        return """
            <td class="\(mark.kind.rawValue)"\(.attribute("title", mark.words))\
            \(.when(day == today, " aria-current=\"date\""))>\(face)</td>
            """
    }
}
