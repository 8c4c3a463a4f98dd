import Database
import HTTPTypes
import Kernel
import MeetingRules
import Meetings
import Schools
import TestKit

/// The deputy's line with the head of English, and a meeting of it.
struct MeetingThings {
    let line: String
    let meeting: String

    init(of trust: Willowbrook) async throws {
        let day = try await trust.database.read { try $0.calendar(of: trust.academy).nextSchoolDay(after: $0.today) }
        let times = TimesInput(rhythm: .fortnightly, first: day, startsAt: "15:10", minutes: 30)
        let input = LineInput(
            school: trust.academy, leader: trust.deputy.seats[0], member: trust.headOfEnglish.seats[0], times: times)
        let id = try await setUpLine(input, by: trust.head, in: trust.database)
        line = id.text
        meeting = try await readLine(id, for: trust.deputy, in: trust.database).meetings[0].id.text
    }
}

extension RouteTable {
    /// Rows of one meeting stand in the order in which it goes.
    static func meetings(_ things: Things, _ own: MeetingThings) -> [RouteRow] {
        let line = "/meetings/lines/\(own.line)"
        let meeting = "/meetings/\(own.meeting)"
        let pattern = "/meetings/:meeting"
        return [
            .anybody("/meetings"),
            .read("/schools/:school/meetings", "/schools/\(things.academy)/meetings", reader: 403),
            RouteRow(
                method: .get, pattern: "/meetings/lines/new", path: "/meetings/lines/new", right: "James Oyelaran",
                nobody: 303, stranger: 200, reader: 403, success: 200),
            .write("/meetings/lines", "/meetings/lines", ["school": things.academy], success: 422),
            .read("/meetings/lines/:line", line, reader: 404),
            .write("/meetings/lines/:line/times", line + "/times", ["version": "1"], reader: 404, success: 422),
            .write("/meetings/lines/:line/end", line + "/end", ["version": "1"], reader: 404, success: 422),
            .read(pattern, meeting, reader: 404, right: "Kate Brennan"),
            .meeting(pattern + "/day", meeting + "/day", success: 422),
            .meeting(pattern + "/calling-off", meeting + "/calling-off", success: 422),
            .meeting(pattern + "/items", meeting + "/items", ["words": "Cover"]),
            .meeting(
                pattern + "/items/:item", meeting + "/items/\(things.missing)", ["outcome": "talked"], success: 404),
            .meeting(pattern + "/items/:item/removal", meeting + "/items/\(things.missing)/removal", success: 404),
            .meeting(
                pattern + "/items/:item/removal/end", meeting + "/items/\(things.missing)/removal/end", success: 404),
            .meeting(
                pattern + "/entries/:kind/:subject", meeting + "/entries/statement/\(things.missing)", success: 404),
            .meeting(pattern + "/beginning", meeting + "/beginning"),
            .meeting(pattern + "/notes", meeting + "/notes", ["notes": "Seen", "version": "0"]),
            .meeting(pattern + "/promises", meeting + "/promises", success: 422),
            .meeting(pattern + "/promises/:promise", meeting + "/promises/\(things.missing)", success: 404),
            .meeting(
                pattern + "/promises/:promise/change", meeting + "/promises/\(things.missing)/change", success: 404),
            .meeting(
                pattern + "/checks/:check", meeting + "/checks/\(things.missing)",
                ["finding": "", "rating": "", "response": "", "next": "", "version": ""], success: 422),
            .meeting(pattern + "/unsaid/end", meeting + "/unsaid/end"),
            .meeting("/promises/:promise/kept", "/promises/\(things.missing)/kept", ["words": "Done"], success: 404),
            .meeting(pattern + "/finish", meeting + "/finish"),
        ]
    }
}

extension RouteRow {
    /// Of a meeting that the deputy holds: nobody else finds anything but those who answer for the school.
    fileprivate static func meeting(
        _ pattern: String, _ path: String, _ fields: [String: String] = [:], success: Int = 303
    ) -> RouteRow {
        .write(pattern, path, fields, right: "Kate Brennan", reader: 404, success: success)
    }
}
