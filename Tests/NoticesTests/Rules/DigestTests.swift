import Foundation
import Kernel
import NoticeRules
import Testing

@Suite struct DigestTests {
    private let monday = Day(2026, 11, 16)!

    private func waiting(
        _ id: String, _ day: Day, until: Day? = nil, title: String = "Look at books", clock: String? = nil
    ) -> Waiting {
        Waiting(
            id: id, kind: .check, title: title, place: "English, Oak Primary", day: day,
            until: until, clock: clock, address: "/checks/\(id)")
    }

    private func digest(_ waiting: [Waiting]) -> Digest? {
        Digest(to: "Zoë Archer", of: "Oakmere Trust", on: monday, waiting, site: "https://oak.example")
    }

    @Test func withNothingDueThereIsNoLetter() {
        #expect(digest([]) == nil)
        #expect(digest([waiting("far", monday + 8)]) == nil)
    }

    @Test func theLetterTellsWhatWasMissedWhatWaitsAndWhatComes() throws {
        let letter = try #require(
            digest([
                waiting("c", monday + 3, clock: "15:10"), waiting("b", monday, until: monday + 4),
                waiting("a", monday - 10, until: monday - 3), waiting("d", monday + 7), waiting("e", monday + 8),
            ]))
        #expect(letter.subject == "Your week: 1 missed, 1 waiting, 2 to come")
        #expect(
            letter.text == """
                Hello Zoë Archer,

                Missed

                - Impact check, English, Oak Primary, Friday 6 November, 10 days ago: Look at books
                  https://oak.example/checks/a

                Waiting for you

                - Impact check, English, Oak Primary, until Friday 20 November: Look at books
                  https://oak.example/checks/b

                In the next seven days

                - Impact check, English, Oak Primary, Thursday 19 November at 15:10: Look at books
                  https://oak.example/checks/c
                - Impact check, English, Oak Primary, Monday 23 November: Look at books
                  https://oak.example/checks/d

                All of it: https://oak.example/

                You get this letter of Oakmere Trust once a week in term time. When, what it tells, or no letter at all:
                https://oak.example/me/notices
                """)
    }

    @Test func whatSomebodyTypedCannotLookLikeALineOfTheLetter() throws {
        let letter = try #require(
            digest([waiting("a", monday, title: "Rota\r\n\r\nAll of it: https://evil.example/\u{2028}x")]))
        #expect(letter.text.contains("Monday 16 November: Rota All of it: https://evil.example/ x\n"))
        #expect(!letter.text.components(separatedBy: "\n").contains { $0.hasPrefix("All of it: https://evil") })
    }
}
