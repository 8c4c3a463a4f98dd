import Kernel

// How the page says what a change of the calendar moves.

extension CalendarMove.Kind {
    var heading: String {
        switch self {
        case .check: "Impact checks"
        case .line: "Line meetings"
        }
    }

    /// What the first column holds.
    var subject: String {
        switch self {
        case .check: "What is looked at"
        case .line: "Who meets"
        }
    }

    fileprivate var step: String {
        switch self {
        case .check: "look"
        case .line: "meeting"
        }
    }
}

extension [CalendarMove] {
    /// `11 looks of 3 impact checks and 4 line meetings`
    var summed: String {
        CalendarMove.Kind.allCases.compactMap { kind in
            let own = filter { $0.kind == kind }
            let steps = own.map(\.steps.count).reduce(0, +)
            if own.isEmpty { return nil }
            switch kind {
            case .line: return counted(steps, "line meeting")
            case .check:
                let checks = counted(own.count, "impact check")
                return steps == own.count ? checks : "\(counted(steps, "look")) of \(checks)"
            }
        }
        .joined(separator: " and ")
    }
}

extension CalendarMove {
    /// One day as it is, several counted: `9 looks, the first from Mon 23 Nov 2026 to Tue 24 Nov 2026; 1 look called off,
    /// on Mon 14 Dec 2026`.
    var days: String {
        let moved = steps.compactMap { step in step.from.flatMap { from in step.to.map { (from, $0) } } }
            .sorted { $0.0 < $1.0 }
        let added = steps.filter { $0.from == nil }.compactMap(\.to).sorted()
        let gone = steps.filter { $0.to == nil }.compactMap(\.from).sorted()
        return [
            moved.first.map { from, to in
                moved.count == 1
                    ? "\(from.short) to \(to.short)"
                    : "\(counted(moved.count, kind.step)), the first from \(from.short) to \(to.short)"
            },
            said(added, "\(counted(added.count, "new \(kind.step)"))"),
            said(gone, "\(counted(gone.count, kind.step)) \(kind.gone)"),
        ]
        .compactMap(\.self).joined(separator: "; ")
    }

    private func said(_ days: [Day], _ what: String) -> String? {
        days.first.map { "\(what), \(days.count == 1 ? "on" : "the first on") \($0.short)" }
    }
}
