import App
import Database
import Foundation
import Jobs
import Kernel
import NoticeRules
import Notices
import Schools
import TestKit
import Testing

/// Willowbrook with a folder for letters, on days of its own calendar.
struct LetterRound {
    let trust: Willowbrook
    let folder: String
    /// A Monday in the middle of a half term, all of whose week is school.
    let monday: Day
    /// The Monday of the first whole week of a holiday after it.
    let holiday: Day

    static func with(_ engine: Engine, _ body: (LetterRound) async throws -> Void) async throws {
        try await Willowbrook.with(engine) { trust in
            try await TestDatabases.withFolder { folder in
                let (calendar, today) = try await trust.database.read { (try $0.calendar(), $0.today) }
                let mondays = (0..<300).map { today + $0 }.filter { $0.weekday == .monday }
                let isWhole = { (monday: Day, wanted: Bool) in
                    (0..<5).allSatisfy { calendar.isSchoolDay(monday + $0) == wanted }
                }
                let monday = try #require(mondays.first { isWhole($0, true) && isWhole($0 + 7, true) })
                let holiday = try #require(mondays.first { $0 > monday && isWhole($0, false) })
                try await body(LetterRound(trust: trust, folder: folder, monday: monday, holiday: holiday))
            }
        }
    }

    /// One check for each of `people`, on `day` and every seventh day after it.
    func letters(for people: [Actor], on day: Day? = nil, kind: Waiting.Kind = .check) -> WeeklyLetters {
        let (ids, first) = (Set(people.map(\.person)), day ?? monday)
        return WeeklyLetters(
            mail: Mail(folder: folder),
            collecting: { actor, through, _ in
                guard ids.contains(actor.person), first <= through else { return [] }
                return [
                    Waiting(
                        id: "check-\(actor.person)", kind: kind, title: "Books of Year 9",
                        place: "English", day: first, address: "/checks/1")
                ]
            }, site: { _ in "https://willowbrook.example" })
    }

    func drain(_ letters: WeeklyLetters, on day: Day, minute: Int = 0) async throws {
        trust.trust.clock.set(to: day, minute: minute)
        try await Jobs.drain(trust.database, letters.jobs)
    }

    /// Writes a letter that was asked for earlier, and asks for none.
    func write(_ letters: WeeklyLetters, _ payload: String, on day: Day) async throws {
        trust.trust.clock.set(to: day)
        try await trust.database.write { try $0.enqueue("notices.write-letter", payload: payload) }
        try await Jobs.drain(trust.database, letters.jobs.filter { $0.name == "notices.write-letter" })
    }

    func empty() throws {
        for name in try FileManager.default.contentsOfDirectory(atPath: folder) {
            try FileManager.default.removeItem(atPath: folder + "/" + name)
        }
    }

    /// Closes a school from Monday to Friday.
    func close(_ school: SchoolID) async throws {
        let database = trust.database
        for day in 0..<5 {
            let shown = try #require(
                await readCalendar(of: .school(school), startsIn: nil, by: trust.administrator, in: database).shown)
            try await markOwnDay(
                MarkedDay(monday + day, .closed, "Flood"), of: school, in: shown.year.startsIn, version: shown.version,
                by: trust.administrator, in: database)
        }
    }

    /// To whom letters lie in the folder.
    var names: [String] {
        get throws {
            try files.map { file in
                let to = file.components(separatedBy: "\r\n").first { $0.hasPrefix("To: ") } ?? ""
                return String(to.dropFirst(4).prefix { $0 != "<" }).trimmingCharacters(in: .whitespaces)
            }
            .sorted()
        }
    }

    var files: [String] {
        get throws {
            let names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
            return try names.map { try String(contentsOfFile: folder + "/" + $0, encoding: .utf8) }
        }
    }

    func choose(_ weekday: Int, _ scope: String = "everything", for actor: Actor) async throws {
        let version = try await readNotices(actor, in: trust.database).choice.version
        try await chooseNotices(
            NoticeInput(weekday: String(weekday), scope: scope, version: version), by: actor, in: trust.database)
    }
}
