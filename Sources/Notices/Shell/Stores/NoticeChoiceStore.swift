import Database
import Kernel
import NoticeRules

extension NoticeChoice.Scope: Bindable, Readable {}

extension Reading {
    /// What the person chose, or the standard.
    func noticeChoice(of person: PersonID) throws -> NoticeChoice {
        let chosen = try first("SELECT weekday, scope, version FROM notice_choice WHERE person_id = \(person)") { row in
            NoticeChoice(weekday: weekday(stored: try row[0]), scope: try row[1], version: try row[2])
        }
        return chosen ?? .standard
    }

    func weekday(stored number: Int) -> Int? { number == 0 ? nil : number }
}

extension Transaction {
    /// - Throws: `Refusal.stale` when it was changed elsewhere a moment ago.
    func save(_ change: NoticeChosen) throws {
        let after = change.after
        let saved = try run(
            """
            INSERT INTO notice_choice (person_id, weekday, scope, version)
            VALUES (\(change.person), \(after.weekday ?? 0), \(after.scope), \(after.version))
            ON CONFLICT (person_id) DO UPDATE SET weekday = excluded.weekday, scope = excluded.scope,
                version = excluded.version
            WHERE notice_choice.version = \(change.before.version)
            """)
        if saved == 0 { throw Refusal.stale }
    }
}
