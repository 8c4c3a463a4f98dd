import Kernel
import Site
import Testing

@Suite struct DoneOnTodayTests {
    @Test func comesBackFromItsOwnAddress() throws {
        let done = try #require(DoneOnToday(.check, seenAt: "/checks/0b2c"))
        #expect(done.address == "/?done=check&seen=/checks/0b2c")
        #expect(DoneOnToday(done: "check", seen: "/checks/0b2c") == done)
    }

    @Test(arguments: [
        "", "/", "//evil.example", "/checks//x", "checks/1", "https://evil.example", "/\\evil.example", "/checks/1?x=1",
        "/plans/\"><script>",
    ])
    func leadsNowhereButToPagesOfOurs(page: String) {
        #expect(DoneOnToday(.check, seenAt: page) == nil)
        #expect(DoneOnToday(done: "check", seen: page) == nil)
    }

    @Test func anUnknownDeedSaysNothing() {
        #expect(DoneOnToday(done: "sacked", seen: "/plans/1") == nil && DoneOnToday(done: nil, seen: nil) == nil)
    }

    @Test(arguments: Waiting.Kind.allCases) func everyDeedHasItsSentence(kind: Waiting.Kind) throws {
        #expect(try #require(DoneOnToday(kind, seenAt: "/plans/1")).sentence.hasSuffix("."))
    }
}
