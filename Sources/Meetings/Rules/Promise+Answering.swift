package import Kernel

extension LineMeeting {
    /// - Parameter seats: those that may be promised for: the two of the line and others of the place.
    /// - Throws: `conflict` unless the meeting is under way; `invalid` with `words`, `seat` and `by`.
    package func promising(
        _ id: ID<Promise>, _ input: PromiseInput, for seats: [SeatID], in calendar: SchoolCalendar, today: Day,
        from changed: ID<Promise>? = nil, by permit: MayHoldLine
    ) throws -> PromiseMade {
        try checkRunning(today)
        var errors = FieldErrors()
        if input.words.isEmpty { errors.add("words", "Say what will be done.") }
        errors.limit("words", input.words, to: longestWords)
        if !(input.seat.map(seats.contains) ?? false) { errors.add("seat", "Choose who will do it.") }
        if let refusal = input.by.map({ calendar.refusal(of: $0, from: today) }) ?? "Enter the day by when." {
            errors.add("by", refusal)
        }
        try errors.check()
        guard let seat = input.seat, let by = input.by else { throw Refusal.invalid(errors) }
        return PromiseMade(
            promise: id, line: line, meeting: self.id, seat: seat, words: input.words, by: by, from: changed)
    }

    /// - Throws: `conflict` unless the meeting is under way, when the promise has ended, and after three carries;
    ///   `invalid` with `by`.
    package func carrying(
        _ promise: Promise, to day: Day?, version: Int, in calendar: SchoolCalendar, today: Day, by permit: MayHoldLine
    ) throws -> PromiseCarried {
        try checkRunning(today)
        try promise.checkOpen()
        guard !promise.mustBeDecided else {
            throw Refusal.conflict("This was \(promise.carriedWords). Keep it, change it or drop it.")
        }
        if let refusal = day.map({ calendar.refusal(of: $0, from: today) }) ?? "Enter the new day." {
            throw Refusal.invalid("by", refusal)
        }
        guard let day else { throw Refusal.invalid("by", "Enter the new day.") }
        return PromiseCarried(promise: promise.id, meeting: id, from: promise.by, to: day, version: version)
    }

    /// - Throws: `conflict` unless the meeting is under way and when the promise has ended; `invalid` without a reason.
    package func dropping(
        _ promise: Promise, because reason: String, version: Int, today: Day, by permit: MayHoldLine
    ) throws -> PromiseEnded {
        try checkRunning(today)
        try promise.checkOpen()
        return PromiseEnded(
            promise: promise.id, how: .dropped,
            words: try checked(reason, "words", wanting: "Say why it is dropped."), meeting: id, version: version)
    }

    /// One half of a change: the old promise ends, and `promising` makes the new one.
    ///
    /// - Throws: `conflict` when the promise has ended.
    package func replacing(
        _ promise: Promise, version: Int, today: Day, by permit: MayHoldLine
    ) throws -> PromiseEnded {
        try checkRunning(today)
        try promise.checkOpen()
        return PromiseEnded(promise: promise.id, how: .changed, words: "", meeting: id, version: version)
    }
}

extension Promise {
    /// - Parameter meeting: the one in which it is said; nil between two.
    /// - Throws: `conflict` when it has ended; `invalid` when the words are too long.
    package func keeping(
        _ words: String, in meeting: ID<LineMeeting>?, version: Int, by permit: MayKeepPromise
    ) throws -> PromiseEnded {
        try checkOpen()
        return PromiseEnded(
            promise: id, how: .kept, words: try words.within(longestWords, at: "words"), meeting: meeting,
            version: version)
    }

    func checkOpen() throws {
        switch ended {
        case nil: return
        case .kept: throw Refusal.conflict("This promise was kept already.")
        case .dropped, .changed: throw Refusal.conflict("This promise was given up or changed already.")
        }
    }
}
