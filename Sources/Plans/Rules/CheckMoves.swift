package import Kernel

/// A look that waits or was done, as a change of the calendar finds it.
package struct OpenLook: Hashable, Sendable {
    package let check: CheckID
    package let look: Look
    /// A "too early" asked for it: it stands beside the series.
    package let isAsked: Bool

    package init(check: CheckID, look: Look, isAsked: Bool) {
        (self.check, self.look, self.isAsked) = (check, look, isAsked)
    }
}

package struct CheckMoved: Hashable, Sendable {
    package let check: CheckID
    package let from: Look
    package let to: Look

    /// Otherwise only the end of its time moved, because its neighbour did.
    package var isMoved: Bool { from.due != to.due }
}

/// What a changed calendar does to the looks of one series.
package struct SeriesMoves: Hashable, Sendable {
    package var moved: [CheckMoved] = []
    package var added: [Look] = []
    package var calledOff: [OpenLook] = []

    package var isEmpty: Bool { moved.isEmpty && added.isEmpty && calledOff.isEmpty }
}

extension CheckSchedule {
    /// Compares the looks that are to come with those that the new calendar gives. What is past stays where it was: a
    /// missed look stays missed, and no week, half term or term is looked at twice because a holiday moved.
    ///
    /// - Parameters:
    ///   - open: every look of the series that waits.
    ///   - done: the due days of those that were done.
    package func moves(
        _ open: [OpenLook], done: [Day], to calendar: SchoolCalendar, on today: Day
    ) -> SeriesMoves {
        let past = open.filter { $0.look.due < today && !$0.isAsked }
        let coming = open.filter { $0.look.due >= today && !$0.isAsked }
        let gone = done + past.map(\.look.due)
        let held = Set(gone.map { slot($0, calendar) })
        let wanted = looks(in: calendar).compactMap { caughtUp($0, on: today, calendar) }
            .filter { !held.contains(slot($0.due, calendar)) }
        var moves = paired(coming, wanted)
        moves.follow(
            open.filter { $0.isAsked && $0.look.due >= today }, besides: Set(gone + wanted.map(\.due)), calendar, today)
        return moves
    }

    /// Days that turned out to be closed lengthen what is on time, also of looks whose day is past, missed or done: time is
    /// counted from the first open day, and a last day that was closed goes on to the next open one. No look has less time
    /// than before: whoever was in time stays so.
    ///
    /// - Parameters:
    ///   - past: looks that fell due before today, whether they wait or were done.
    ///   - coming: the due days of the others.
    package func lengthened(_ past: [OpenLook], before coming: [Day], in calendar: SchoolCalendar) -> [CheckMoved] {
        let days = (past.filter { !$0.isAsked }.map(\.look.due) + coming).sorted()
        return past.compactMap { one in
            let (due, before) = (one.look.due, one.look.until)
            let start = calendar.schoolDay(onOrAfter: due) ?? due
            let counted =
                one.isAsked
                ? calendar.adding(schoolDays: Self.daysInTime, to: start) ?? start
                : until(start, before: days.first { $0 > due }, in: calendar)
            let wasClosed = if case .closed = calendar.kind(of: before) { true } else { false }
            let next = wasClosed ? calendar.schoolDay(onOrAfter: before) ?? before : before
            return CheckMoved(one, to: Look(due: due, until: max(start, counted, next)))
        }
    }

    /// Those on the same day stay; of the others, the first goes to the first day that is free, and so on.
    private func paired(_ coming: [OpenLook], _ wanted: [Look]) -> SeriesMoves {
        let looks = Dictionary(wanted.map { ($0.due, $0) }, uniquingKeysWith: { first, _ in first })
        let stays = coming.filter { looks[$0.look.due] != nil }
        let taken = Set(stays.map(\.look.due))
        let homeless = coming.filter { looks[$0.look.due] == nil }.sorted { $0.look.due < $1.look.due }
        let free = wanted.filter { !taken.contains($0.due) }
        var moves = SeriesMoves()
        moves.moved =
            stays.compactMap { stay in
                looks[stay.look.due].flatMap { CheckMoved(stay, to: $0) }
            } + zip(homeless, free).compactMap { CheckMoved($0, to: $1) }
        moves.added = Array(free.dropFirst(homeless.count))
        moves.calledOff = Array(homeless.dropFirst(free.count))
        return moves
    }

    /// A look of the present half term or week that the new calendar would have had before today is due now.
    private func caughtUp(_ look: Look, on today: Day, _ calendar: SchoolCalendar) -> Look? {
        if look.due >= today { return look }
        guard let day = calendar.schoolDay(onOrAfter: today), slot(day, calendar) == slot(look.due, calendar),
            rhythm != .dates
        else { return nil }
        return Look(due: day, until: max(day, look.until))
    }

    /// What has one look: the week, the half term, the term, or the day.
    private func slot(_ day: Day, _ calendar: SchoolCalendar) -> Day {
        switch rhythm {
        case .weekly, .fortnightly: day.monday
        case .halfTermly: calendar.halfTerm(of: day)?.first ?? day
        case .termly: calendar.term(of: day)?.first ?? day
        case .dates: day
        }
    }
}

extension SeriesMoves {
    /// Lets each go where the calendar leads it; one that meets another look is not needed beside it.
    fileprivate mutating func follow(
        _ asked: [OpenLook], besides taken: Set<Day>, _ calendar: SchoolCalendar, _ today: Day
    ) {
        var taken = taken
        for one in asked {
            guard let settled = calendar.settled(one.look.due) else { continue }
            let due = settled >= today ? settled : calendar.schoolDay(onOrAfter: today) ?? settled
            guard taken.insert(due).inserted else {
                calledOff.append(one)
                continue
            }
            let until = calendar.adding(schoolDays: CheckSchedule.daysInTime, to: due) ?? due
            if let moved = CheckMoved(one, to: Look(due: due, until: until)) { self.moved.append(moved) }
        }
    }
}

extension CheckMoved {
    /// - Returns: nil when nothing about it changes.
    fileprivate init?(_ open: OpenLook, to look: Look) {
        guard open.look != look else { return nil }
        self.init(check: open.check, from: open.look, to: look)
    }
}
