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
    /// It was called off: programmes strike it out, or take it away.
    package let isCancelled: Bool

    package init(
        id: String, time: Time, title: String, details: String = "", place: String = "", address: String? = nil,
        isCancelled: Bool = false
    ) {
        (self.id, self.time, self.title, self.isCancelled) = (id, time, title, isCancelled)
        (self.details, self.place, self.address) = (details, place, address)
    }
}

/// How often an entry has changed since it first stood in a calendar, and when it last did: programmes take what they were
/// given again for news only when both grow.
package struct EntryRevision: Hashable, Sendable {
    package let sequence: Int
    package let changed: Instant

    package init(sequence: Int, changed: Instant) { (self.sequence, self.changed) = (sequence, changed) }
}

/// A calendar as other programs read it (RFC 5545).
package struct CalendarFile: Hashable, Sendable {
    package let text: String

    package init(
        name: String, entries: Feed.Entries = .private, _ events: [(event: CalendarEvent, revision: EntryRevision)]
    ) {
        var lines = [
            "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Termwise//Termwise//EN", "CALSCALE:GREGORIAN",
            "METHOD:PUBLISH", "NAME:\(Self.escaped(name))", "X-WR-CALNAME:\(Self.escaped(name))",
            "REFRESH-INTERVAL;VALUE=DURATION:PT4H", "X-PUBLISHED-TTL:PT4H",
        ]
        for (event, revision) in events {
            let moment = revision.changed.basic
            lines += ["BEGIN:VEVENT", "UID:\(Self.escaped(event.id))@termwise", "DTSTAMP:\(moment)"]
            lines += ["LAST-MODIFIED:\(moment)", "SEQUENCE:\(revision.sequence)", "CLASS:\(entries.classification)"]
            lines += event.lines + ["END:VEVENT"]
        }
        lines.append("END:VCALENDAR")
        text = lines.map { Self.folded($0) + "\r\n" }.joined()
    }

    /// Section 3.3.11: a text is one line, and commas and semicolons would end it.
    fileprivate static func escaped(_ text: String) -> String {
        var escaped = ""
        for character in text.printable.unturned {
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

extension CalendarEvent {
    /// What it says: when this changes, its revision does.
    package var content: String { lines.joined(separator: "\n") }

    fileprivate var lines: [String] {
        var lines: [String]
        switch time {
        case .days(let first, let last):
            lines = [
                "DTSTART;VALUE=DATE:\(first.basic)", "DTEND;VALUE=DATE:\((max(first, last) + 1).basic)",
                "TRANSP:TRANSPARENT",
            ]
        case .clock(let start, let minutes):
            lines = [
                "DTSTART:\(start.basic)", "DTEND:\(start.adding(seconds: minutes * 60).basic)", "TRANSP:OPAQUE",
            ]
        }
        lines += [
            "SUMMARY:\(CalendarFile.escaped(title))", "STATUS:\(isCancelled ? "CANCELLED" : "CONFIRMED")",
        ]
        if !details.isEmpty { lines.append("DESCRIPTION:\(CalendarFile.escaped(details))") }
        if !place.isEmpty { lines.append("LOCATION:\(CalendarFile.escaped(place))") }
        return address.map { lines + ["URL:\($0)"] } ?? lines
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
