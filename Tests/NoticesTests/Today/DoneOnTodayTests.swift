import Site
import Testing

@Suite struct DoneOnTodayTests {
    @Test func comesBackFromItsOwnAddress() throws {
        let done = try #require(DoneOnToday(.recorded, seenAt: "/checks/0b2c"))
        #expect(done.address == "/?done=recorded&seen=/checks/0b2c")
        #expect(DoneOnToday(done: "recorded", seen: "/checks/0b2c") == done)
    }

    @Test(arguments: [
        "", "/", "//evil.example", "/checks//x", "checks/1", "https://evil.example", "/\\evil.example", "/checks/1?x=1",
        "/plans/\"><script>",
    ])
    func leadsNowhereButToPagesOfOurs(page: String) {
        #expect(DoneOnToday(.recorded, seenAt: page) == nil)
        #expect(DoneOnToday(done: "recorded", seen: page) == nil)
    }

    @Test func anUnknownDeedSaysNothing() {
        #expect(DoneOnToday(done: "sacked", seen: "/plans/1") == nil && DoneOnToday(done: nil, seen: nil) == nil)
    }

    @Test(arguments: DoneOnToday.Deed.allCases) func everyDeedHasItsSentence(deed: DoneOnToday.Deed) throws {
        #expect(try #require(DoneOnToday(deed, seenAt: "/plans/1")).sentence.hasSuffix("."))
    }
}
