import Foundation
import Kernel
import NoticeRules
import Testing

@Suite struct CalendarFileTests {
    private let today = Day(2026, 11, 16)!

    private func file(_ events: [CalendarEvent], name: String = "Termwise") -> String {
        CalendarFile(name: name, events.map { ($0, EntryRevision(sequence: 3, changed: Instant("2026-11-14T08:05")!)) })
            .text
    }

    /// The content lines, joined again where they were folded.
    private func lines(_ text: String) -> [String] {
        text.replacing("\r\n ", with: "").components(separatedBy: "\r\n")
    }

    @Test func aDayIsADateAndEndsWithTheNext() {
        let event = CalendarEvent(
            id: "check-1", time: .days(today, through: today), title: "Look", address: "https://oak.example/checks/1")
        #expect(
            lines(file([event])).drop { $0 != "BEGIN:VEVENT" } == [
                "BEGIN:VEVENT", "UID:check-1@termwise", "DTSTAMP:20261114T080500Z", "LAST-MODIFIED:20261114T080500Z",
                "SEQUENCE:3", "CLASS:PRIVATE", "DTSTART;VALUE=DATE:20261116", "DTEND;VALUE=DATE:20261117",
                "TRANSP:TRANSPARENT",
                "SUMMARY:Look", "STATUS:CONFIRMED",
                "URL:https://oak.example/checks/1", "END:VEVENT", "END:VCALENDAR", "",
            ])
    }

    @Test func aMeetingIsAMomentInUTCWhateverTheSeason() throws {
        for (day, start, end) in [
            ("2026-11-19", "20261119T151000Z", "20261119T154000Z"),
            ("2027-05-20", "20270520T141000Z", "20270520T144000Z"),
            ("2027-03-28", "20270328T141000Z", "20270328T144000Z"),
            ("2027-10-31", "20271031T151000Z", "20271031T154000Z"),
        ] {
            let moment = try #require(Instant("15:10", on: Day(day)!))
            #expect(moment.clock == "15:10" && moment.day == Day(day))
            let text = lines(file([CalendarEvent(id: "m", time: .clock(moment, minutes: 30), title: "Line meeting")]))
            #expect(text.contains("DTSTART:\(start)") && text.contains("DTEND:\(end)"))
        }
        #expect(Instant("quarter past", on: today) == nil)
    }

    @Test func whatWasCalledOffSaysSoAndWhatWasHeldStays() {
        let ends: [(Waiting.End?, String)] = [(nil, "CONFIRMED"), (.held, "CONFIRMED"), (.calledOff, "CANCELLED")]
        for (end, status) in ends {
            let waiting = Waiting(
                id: "meeting-1", kind: .meeting, title: "With Bo", place: "", day: today - 3, clock: "15:10",
                address: "/meetings/1", end: end)
            let events = PersonalFeed.events([waiting], calendar: .unknown, today: today, site: "https://oak.example")
            #expect(lines(file(events)).contains("STATUS:\(status)"))
        }
    }

    @Test func linesAreFoldedAt75OctetsAndNoLetterIsCut() {
        let title = String(repeating: "Zoë’s 李 ", count: 40)
        let text = file([CalendarEvent(id: "a", time: .days(today, through: today), title: title)])
        let physical = text.components(separatedBy: "\r\n")
        #expect(physical.allSatisfy { $0.utf8.count <= 75 } && physical.contains { $0.utf8.count > 71 })
        #expect(lines(text).contains("SUMMARY:\(title)"))
    }

    @Test func noTextEndsItsLineOrItsProperty() {
        let event = CalendarEvent(
            id: "a\r\nX:1", time: .days(today, through: today), title: "a,b;c\\d\r\nEND:VEVENT\u{7}", details: "x\ny",
            place: "A\u{2028}B")
        let text = lines(file([event], name: "Oak; Elm"))
        #expect(text.contains(#"SUMMARY:a\,b\;c\\d\nEND:VEVENT"#) && text.contains(#"DESCRIPTION:x\ny"#))
        #expect(text.contains(#"LOCATION:A\nB"#) && text.contains(#"UID:a\nX:1@termwise"#))
        #expect(text.contains(#"NAME:Oak\; Elm"#) && text.count(where: { $0 == "END:VEVENT" }) == 1)
    }

    @Test func aFeedHoldsWhatWaitsAndTheDatesOfTheYear() throws {
        let calendar = try LivedCalendarTests.calendar()
        let waiting = [
            Waiting(
                id: "judgement-1", kind: .judgement, title: "Inclusion", place: "Oak Primary",
                day: today - 3, until: today + 20, address: "/evaluations/1"),
            Waiting(
                id: "meeting-1", kind: .meeting, title: "With Bo", place: "", day: today + 1,
                clock: "15:10", minutes: nil, address: "/meetings/1"),
            Waiting(
                id: "check-1", kind: .check, title: "Books", place: "English", day: today,
                until: today + 4, address: "/checks/1"),
        ]
        let events = PersonalFeed.events(waiting, calendar: calendar, today: today, site: "https://oak.example")
        let byID = Dictionary(uniqueKeysWithValues: events.map { ($0.id, $0) })
        #expect(byID["judgement-1"]?.time == .days(today + 20, through: today + 20), "at the end of its window")
        #expect(byID["meeting-1"]?.time == .clock(Instant("2026-11-17T15:10")!, minutes: 30))
        #expect(byID["check-1"]?.time == .days(today, through: today))
        #expect(byID["check-1"]?.address == "https://oak.example/checks/1")
        let christmas = try #require(byID["holiday-2026-12-19"])
        #expect(christmas.title == "Christmas holiday")
        #expect(christmas.time == .days(Day(2026, 12, 19)!, through: Day(2027, 1, 3)!))
        #expect(byID["begins-2027-01-04"]?.title == "Spring 1 begins" && byID["marked-2026-11-05"] != nil)
    }
}
