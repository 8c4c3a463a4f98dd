import Database
package import Jobs
import Kernel
import NoticeRules

/// The schedule that asks for the weekly letters, and the letters that it asks for.
package struct WeeklyLetters: Sendable {
    static let asking = "notices.ask-for-letters"
    static let writing = "notices.write-letter"

    /// Half past six in England: before school, and after the night's work of most mail systems.
    private static let morning = 390
    private static let everyQuarter = 15 * 60
    /// Letters asked for in one transaction, so that others can save between.
    private static let batch = 200
    /// Weeks for which it is known who was written to.
    private static let memory = 8

    let mail: Mail
    let collect: Collect
    let site: FindSite

    package init(mail: Mail, collecting collect: @escaping Collect, site: @escaping FindSite) {
        (self.mail, self.collect, self.site) = (mail, collect, site)
    }

    package var jobs: [JobKind] {
        [
            JobKind(Self.asking, every: Self.everyQuarter) { _, database in try await ask(in: database) },
            JobKind(Self.writing) { payload, database in try await write(payload, in: database) },
        ]
    }

    /// Asks for the letter of everybody whose day has come, once a person and week however often it runs. A server that
    /// slept on Monday asks on Tuesday; one that slept all week leaves that week out.
    private func ask(in database: any Database) async throws {
        guard mail.isSetUp else { return }
        let (week, due) = try await database.read { [collect] tx in (tx.today.monday, try tx.lettersDue(collect)) }
        for start in stride(from: 0, to: due.count, by: Self.batch) {
            let batch = due[start..<min(start + Self.batch, due.count)]
            try await database.write { tx in
                for person in batch where try tx.claimLetter(of: person, week: week) {
                    try tx.enqueue(Self.writing, .letterToMany, payload: "\(person) \(week)")
                }
            }
        }
        try await database.write { try $0.forgetLetters(before: week - 7 * Self.memory) }
    }

    fileprivate static func isMorningOver(_ moment: Instant) -> Bool { moment.minuteOfDay >= morning }
}

extension Reading {
    /// Nobody early in the morning, at a weekend, or while there are holidays at all their schools; nobody in the week in
    /// which the database was restored either, because the one that it was copied from may have written.
    fileprivate func lettersDue(_ collect: Collect) throws -> [PersonID] {
        guard WeeklyLetters.isMorningOver(moment), !today.weekday.isWeekend else { return [] }
        guard try lettersAtRest() == nil, try restoredOn().map({ $0 < today.monday }) ?? true else { return [] }
        let candidates = try letterCandidates(week: today.monday)
        let all = try calendarsOfSchools()
        return try candidates.filter { candidate in
            let places = candidate.places.map { all.calendar(of: $0) }
            if places.contains(where: { candidate.choice.isFor(today, in: $0) }) { return true }
            guard all.isAnyOpen(today), let reader = try recipient(candidate.person) else { return false }
            return try collect(reader.actor, today + Digest.lookout, self).contains { waiting in
                waiting.school != nil && candidate.choice.isFor(today, in: all.calendar(of: waiting.school))
            }
        }
        .map(\.person)
    }
}
