package import Database
package import Kernel
package import MeetingRules

extension Promise.Ending: Storable {}

extension Reading {
    /// - Throws: `notFound`.
    package func promise(_ id: ID<Promise>) throws -> Promise {
        let found = try first("\(select(in: nil)) WHERE p.id = \(id)") { try asked($0).promise }
        guard let found else { throw Refusal.notFound }
        return found
    }

    /// What a meeting asks about: open promises of its line, and those that were made or ended in it, oldest day first.
    func promises(askedIn meeting: LineMeeting) throws -> [AskedPromise] {
        try rows(
            """
            \(select(in: meeting.id))
            WHERE p.id IN (SELECT id FROM promise WHERE line_id = \(meeting.line) AND ended_as IS NULL
                           UNION SELECT id FROM promise WHERE meeting_id = \(meeting.id)
                           UNION SELECT id FROM promise WHERE line_id = \(meeting.line) AND ended_in = \(meeting.id)
                                                          AND ended_at >= \(meeting.began))
            ORDER BY p.by_day, p.id
            """, asked)
    }

    /// Open promises of a line, oldest day first.
    func openPromises(of line: ID<MeetingLine>) throws -> [AskedPromise] {
        try rows("\(select(in: nil)) WHERE p.line_id = \(line) AND p.ended_as IS NULL ORDER BY p.by_day, p.id", asked)
    }

    /// What was kept of a line's promises since a moment, the newest first: good news for the next meeting.
    func promisesKept(of line: ID<MeetingLine>, since moment: Instant, limit: Int) throws -> [AskedPromise] {
        try rows(
            """
            \(select(in: nil))
            WHERE p.line_id = \(line) AND p.ended_at >= \(moment) AND p.ended_as = 'kept' AND p.ended_in IS NULL
            ORDER BY p.ended_at DESC LIMIT \(limit)
            """, asked)
    }

    /// How many open promises each line has.
    func promiseCounts(of lines: [ID<MeetingLine>]) throws -> [ID<MeetingLine>: Int] {
        guard !lines.isEmpty else { return [:] }
        let counts = try rows(
            """
            SELECT line_id, COUNT(*) FROM promise
            WHERE line_id IN (\(SQL.joined(lines.map { "\($0)" }))) AND ended_as IS NULL GROUP BY line_id
            """
        ) { (line: try $0[0] as ID<MeetingLine>, count: try $0[1] as Int) }
        return Dictionary(uniqueKeysWithValues: counts.map { ($0.line, $0.count) })
    }

    /// - Parameter meeting: the one whose carries are told.
    private func select(in meeting: ID<LineMeeting>?) -> SQL {
        """
        SELECT p.id, p.line_id, p.meeting_id, p.seat_id, p.words, p.by_day, p.ended_as, p.version,
               (SELECT COUNT(*) FROM promise_carry c WHERE c.promise_id = p.id), \(holder(of: "p.seat_id")),
               (SELECT c.to_day FROM promise_carry c WHERE c.promise_id = p.id AND c.meeting_id = \(meeting)),
               p.ended_words
        FROM promise p
        """
    }

    private func asked(_ row: borrowing Row) throws -> AskedPromise {
        let promise = Promise(
            id: try row[0], line: try row[1], meeting: try row[2], seat: try row[3], words: try row[4], by: try row[5],
            carried: try row[8], ended: try row[6], version: try row[7])
        let who: String? = try row[9]
        return AskedPromise(promise, who: who ?? nobody, carriedTo: try row[10], words: try row[11])
    }
}

extension Transaction {
    package func save(_ change: PromiseMade, by person: PersonID) throws {
        try run(
            """
            INSERT INTO promise (id, line_id, meeting_id, seat_id, words, by_day, made_at, made_by, changed_from, version,
                                 ended_words)
            VALUES (\(change.promise), \(change.line), \(change.meeting), \(change.seat), \(change.words), \(change.by),
                    \(moment), \(person), \(change.from), 1, '')
            """)
    }

    /// In one meeting it is carried once; a second time there changes the day.
    ///
    /// - Throws: `stale`.
    package func save(_ change: PromiseCarried) throws {
        let saved = try run(
            """
            UPDATE promise SET by_day = \(change.to), version = version + 1
            WHERE id = \(change.promise) AND version = \(change.version) AND ended_as IS NULL
            """)
        guard saved == 1 else { throw Refusal.stale }
        try run(
            """
            INSERT INTO promise_carry (promise_id, meeting_id, from_day, to_day, happened_at)
            VALUES (\(change.promise), \(change.meeting), \(change.from), \(change.to), \(moment))
            ON CONFLICT (promise_id, meeting_id) DO UPDATE SET to_day = excluded.to_day,
                happened_at = excluded.happened_at
            """)
    }

    /// - Throws: `stale`.
    package func save(_ change: PromiseEnded, by person: PersonID) throws {
        let saved = try run(
            """
            UPDATE promise SET ended_as = \(change.how), ended_at = \(moment), ended_by = \(person),
                ended_words = \(change.words), ended_in = \(change.meeting), version = version + 1
            WHERE id = \(change.promise) AND version = \(change.version) AND ended_as IS NULL
            """)
        guard saved == 1 else { throw Refusal.stale }
    }
}
