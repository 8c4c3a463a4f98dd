extension SchoolCalendar {
    /// The first school day on or after `day`.
    package func schoolDay(onOrAfter day: Day) -> Day? { adding(schoolDays: 0, to: day) }

    package func nextSchoolDay(after day: Day) -> Day? { adding(schoolDays: 1, to: day) }

    package func previousSchoolDay(before day: Day) -> Day? { adding(schoolDays: -1, to: day) }

    /// The school day that is `count` school days after `day`, or before it when negative; 0 is the first school day on
    /// or after `day`.
    /// - Returns: nil when that lies beyond what is known.
    package func adding(schoolDays count: Int, to day: Day) -> Day? {
        guard let stretch = stretch(of: day) else { return nil }
        return stretch.schoolDays.stepping(count, from: day)
    }

    /// "In three school weeks": the same weekday in the week that is `count` school weeks away, counting only weeks in
    /// which pupils come. When they do not come on that weekday, the next school day of that week, else its last one.
    /// From a holiday, one school week is the first week back. 0 is the first school day on or after `day`.
    /// - Returns: nil when that lies beyond what is known.
    package func adding(schoolWeeks count: Int, to day: Day) -> Day? {
        guard count != 0 else { return schoolDay(onOrAfter: day) }
        guard let stretch = stretch(of: day), let monday = stretch.schoolWeeks.stepping(count, from: day.monday)
        else { return nil }
        let wanted = monday + (day.weekday.rawValue - 1)
        let days = stretch.schoolDays
        let next = days.firstSorted { $0 >= wanted }
        if next < days.count && days[next].monday == monday { return days[next] }
        return next > 0 ? days[next - 1] : nil
    }

    /// The days on which pupils come, from `first` to `last`.
    /// - Returns: nil when a part of that time is not known.
    package func schoolDays(from first: Day, through last: Day) -> ArraySlice<Day>? {
        guard let stretch = stretch(of: first), first <= last, last <= stretch.last else { return nil }
        let days = stretch.schoolDays
        return days[days.firstSorted { $0 >= first }..<days.firstSorted { $0 > last }]
    }
}

extension [Day] {
    /// The place of the first element that passes; `count` when none does. Once one passes, all later ones must.
    fileprivate func firstSorted(_ passes: (Day) -> Bool) -> Int {
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            if passes(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }

    /// The element `steps` after `day`, or before it when negative; 0 is the first one on or after `day`.
    fileprivate func stepping(_ steps: Int, from day: Day) -> Day? {
        guard (-count...count).contains(steps) else { return nil }
        let target = steps > 0 ? firstSorted { $0 > day } + steps - 1 : firstSorted { $0 >= day } + steps
        return indices.contains(target) ? self[target] : nil
    }
}
