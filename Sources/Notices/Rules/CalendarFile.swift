package import Kernel

/// One entry of a calendar feed.
package struct CalendarEvent: Hashable, Sendable {
    package enum Time: Hashable, Sendable {
        /// Whole days, both included.
        case days(Day, through: Day)
        case clock(Instant, minutes: Int)
    }

    /// The same whenever the feed is read.
    package let id: String
    package let time: Time
    package let title: String
    package let details: String
    package let place: String
    /// nil for what has no page.
    package let address: String?

    package init(
        id: String, time: Time, title: String, details: String = "", place: String = "", address: String? = nil
    ) {
        (self.id, self.time, self.title) = (id, time, title)
        (self.details, self.place, self.address) = (details, place, address)
    }
}

/// A calendar as other programs read it (RFC 5545).
package struct CalendarFile: Hashable, Sendable {
    package let text: String

    /// - Parameter today: stands as the day on which each entry was made, so that a feed changes only with its content
    ///   and the day.
    package init(name: String, today: Day, entries: Feed.Entries = .private, _ events: [CalendarEvent]) {
        var lines = [
            "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Termwise//Termwise//EN", "CALSCALE:GREGORIAN",
            "METHOD:PUBLISH", "NAME:\(Self.escaped(name))", "X-WR-CALNAME:\(Self.escaped(name))",
            "REFRESH-INTERVAL;VALUE=DURATION:PT4H", "X-PUBLISHED-TTL:PT4H",
        ]
        for event in events { lines += Self.lines(of: event, entries, stamp: "\(today.basic)T000000Z") }
        lines.append("END:VCALENDAR")
        text = lines.map { Self.folded($0) + "\r\n" }.joined()
    }

    private static func lines(of event: CalendarEvent, _ entries: Feed.Entries, stamp: String) -> [String] {
        var lines = ["BEGIN:VEVENT", "UID:\(escaped(event.id))@termwise", "DTSTAMP:\(stamp)"]
        switch event.time {
        case .days(let first, let last):
            lines += [
                "DTSTART;VALUE=DATE:\(first.basic)", "DTEND;VALUE=DATE:\((max(first, last) + 1).basic)",
                "TRANSP:TRANSPARENT",
            ]
        case .clock(let start, let minutes):
            lines += [
                "DTSTART:\(start.basic)", "DTEND:\(start.adding(seconds: minutes * 60).basic)", "TRANSP:OPAQUE",
            ]
        }
        lines += ["SUMMARY:\(escaped(event.title))", "STATUS:CONFIRMED", "CLASS:\(entries.classification)"]
        if !event.details.isEmpty { lines.append("DESCRIPTION:\(escaped(event.details))") }
        if !event.place.isEmpty { lines.append("LOCATION:\(escaped(event.place))") }
        if let address = event.address { lines.append("URL:\(address)") }
        return lines + ["END:VEVENT"]
    }

    /// Section 3.3.11: a text is one line, and commas and semicolons would end it.
    private static func escaped(_ text: String) -> String {
        var escaped = ""
        for character in text {
            switch character {
            case "\\": escaped += "\\\\"
            case ";": escaped += "\\;"
            case ",": escaped += "\\,"
            case _ where character.isNewline: escaped += "\\n"
            case "\t": escaped += " "
            default:
                escaped.unicodeScalars += character.unicodeScalars.filter { $0.properties.generalCategory != .control }
            }
        }
        return escaped
    }

    /// Section 3.1: lines of at most 75 octets, each further one begun with a space; a letter is never cut.
    private static func folded(_ line: String) -> String {
        var folded = ""
        var room = 75
        for scalar in line.unicodeScalars {
            let width = UTF8.width(scalar)
            if width > room {
                folded += "\r\n "
                room = 74
            }
            folded.unicodeScalars.append(scalar)
            room -= width
        }
        return folded
    }
}

extension Day {
    /// `20261124`
    fileprivate var basic: String { description.filter { $0 != "-" } }
}

extension Instant {
    /// `20261124T151000Z`
    fileprivate var basic: String { description.prefix(19).filter { $0 != "-" && $0 != ":" } + "Z" }

    /// A clock in England on `day`: `15:10`.
    /// - Returns: nil for what is no clock.
    package init?(_ clock: String, on day: Day) {
        guard let winter = Instant("\(day)T\(clock)") else { return nil }
        let summer = winter.adding(seconds: -3_600)
        self = summer.isSummerTime ? summer : winter
    }
}
