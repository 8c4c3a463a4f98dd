package import Kernel

/// How the planned meetings of a line become those that its rhythm and calendar give now.
package struct MeetingsReplanned: Hashable, Sendable {
    package struct Shift: Hashable, Sendable {
        package let meeting: ID<LineMeeting>
        package let from: Day
        package let to: Day
    }

    package let line: ID<MeetingLine>
    package let added: [Day]
    package let shifted: [Shift]
    /// No day is left for these; what was put on their agenda goes to `heir`.
    package let withdrawn: [LineMeeting]
    package let heir: ID<LineMeeting>?
    /// The last day that the rhythm had given before.
    private let last: Day?

    /// Of the added, those between days that were planned already: the calendar makes room for them, not the weeks that
    /// went by.
    package var wedgedIn: [Day] { added.filter { day in last.map { day < $0 } ?? false } }

    fileprivate init(
        line: ID<MeetingLine>, added: [Day], shifted: [Shift], withdrawn: [LineMeeting], heir: ID<LineMeeting>?,
        last: Day?
    ) {
        (self.line, self.added, self.shifted) = (line, added, shifted)
        (self.withdrawn, self.heir, self.last) = (withdrawn, heir, last)
    }

    package var isEmpty: Bool { added.isEmpty && shifted.isEmpty && withdrawn.isEmpty }
}

extension MeetingLine {
    /// Only what is merely planned gives way. What was moved by hand, begun, held or called off stays, and its day of the
    /// rhythm is not planned again, nor the one that takes the place of this day when school is closed. Asked twice, it
    /// changes nothing the second time.
    ///
    /// - Parameters:
    ///   - meetings: those whose planned day is in this week or later.
    ///   - days: what the rhythm gives, from today on.
    package func replanning(
        _ meetings: [LineMeeting], to days: [Day], in calendar: SchoolCalendar, today: Day
    ) -> MeetingsReplanned {
        let (loose, fixed) = meetings.split { $0.state(on: today) == .planned }
        let wanted = days.filter { day in !fixed.contains { $0.takes(day, calendar) } }
        let (kept, adrift) = loose.sorted { $0.planned < $1.planned }.split { wanted.contains($0.planned) }
        let open = wanted.filter { day in !kept.contains { $0.planned == day } }
        let shifted = zip(adrift, open).map { MeetingsReplanned.Shift(meeting: $0.id, from: $0.planned, to: $1) }
        let heir = kept.first?.id ?? shifted.first?.meeting ?? fixed.first { $0.state(on: today) == .moved }?.id
        return MeetingsReplanned(
            line: id, added: Array(open.dropFirst(shifted.count)), shifted: shifted,
            withdrawn: Array(adrift.dropFirst(shifted.count)), heir: heir, last: meetings.map(\.planned).max())
    }
}

extension LineMeeting {
    /// Whether the rhythm means this meeting with `day`. No rhythm meets twice in a week.
    fileprivate func takes(_ day: Day, _ calendar: SchoolCalendar) -> Bool {
        day == planned || (day.monday == planned.monday && calendar.isSchoolDay(planned) == false)
    }
}

extension Sequence {
    /// Those that pass, and the others, each in order.
    fileprivate func split(_ passes: (Element) -> Bool) -> (those: [Element], others: [Element]) {
        reduce(into: ([], [])) { parts, element in
            if passes(element) { parts.0.append(element) } else { parts.1.append(element) }
        }
    }
}
