import Database
import Jobs
import Kernel
import NoticeRules
import PeopleRules

extension WeeklyLetters {
    /// Writes one letter, of what waits at the moment of writing. Safe to repeat: the same week's letter to the same
    /// person has the same mark.
    ///
    /// - Parameter payload: the person and the Monday of the week.
    func write(_ payload: String, in database: any Database) async throws {
        guard mail.isSetUp, let wanted = WantedLetter(payload: payload), let site = try await site(database) else {
            return
        }
        let found = try await database.read { [collect] tx in
            try tx.reader(of: wanted).flatMap { reader -> (reader: LetterReader, waiting: [Waiting])? in
                let waiting = try collect(reader.to.actor, tx.today + Digest.lookout, tx)
                let quiet = try tx.quietDay(for: reader.to.actor) { try collect(reader.to.actor, $0, tx) }
                guard quiet == nil else { return nil }
                return (reader: reader, waiting: waiting.filter { reader.choice.tells($0.kind) })
            }
        }
        guard let (reader, waiting) = found else { return }
        let digest = Digest(
            to: reader.to.actor.name, of: reader.to.trustName, on: reader.today, waiting, site: site)
        guard let digest else { return }
        let letter = Letter(
            mark: "week-\(wanted.person)-\(wanted.week)", to: reader.to.email.text, name: reader.to.actor.name,
            subject: digest.subject, text: digest.text, choices: site + "/me/notices")
        try await mail.send(letter, at: database.world.now())
    }
}

/// What the job of a letter carries.
struct WantedLetter: Hashable, Sendable {
    let person: PersonID
    let week: Day

    init?(payload: String) {
        let parts = payload.split(separator: " ").map(String.init)
        guard parts.count == 2, let person = PersonID(parts[0]), let week = Day(parts[1]) else { return nil }
        (self.person, self.week) = (person, week)
    }
}

private struct LetterReader: Sendable {
    let to: Recipient
    let choice: NoticeChoice
    let today: Day
}

extension Reading {
    /// - Returns: nil when the person left or wants no letters any more, or the week is over.
    fileprivate func reader(of wanted: WantedLetter) throws -> LetterReader? {
        guard wanted.week == today.monday, let recipient = try recipient(wanted.person) else { return nil }
        let choice = try noticeChoice(of: wanted.person)
        guard choice.weekday != nil else { return nil }
        return LetterReader(to: recipient, choice: choice, today: today)
    }
}
