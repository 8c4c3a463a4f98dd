import Hummingbird
import Kernel
import Testing

@testable import Site

@Suite struct FormReading {
    private func read(_ body: String, most: Int = 10) throws -> Form { try Form(urlEncoded: body.utf8, most: most) }

    @Test func fieldsComeInTheOrderSentEachNameOnce() throws {
        let form = try read("b=1&a=+two%0D%0Alines%20&b=3&c&=4&&d=x%3Dy")
        #expect(form.names == ["b", "a", "c", "", "d"])
        #expect(form.text("a") == "two\nlines" && form.all("b") == ["1", "3"] && form.text("d") == "x=y")
        #expect(form.has("c") && form.text("c").isEmpty && !form.has("e"))
    }

    @Test(arguments: ["a=%", "a=%4", "a=%zz", "a=%C3", "a=%C3%28"])
    func whatNoBrowserSendsIsRefused(body: String) {
        #expect(throws: Malformed.self) { try read(body) }
    }

    @Test func moreFieldsThanMayBeAreRefusedBeforeTheyAreRead() throws {
        #expect(try read(String(repeating: "a=1&", count: 10)).all("a").count == 10)
        #expect(throws: TooLarge.self) { try read(String(repeating: "a=%&", count: 11)) }
    }

    @Test(arguments: ["", "-1", "1000000001", "9223372036854775807", "two", "1.0"])
    func aVersionThatIsNoneIsNobodys(text: String) throws {
        #expect(try read("version=\(text)").version == -1)
        #expect(try read("version=12").version == 12)
    }
}

@Suite struct CrowdTests {
    @Test func oneAddressHasSoManyInHandAndAnotherIsNotInItsWay() async throws {
        let crowd = Crowd(most: 2)
        let (one, other) = (VisitorNetwork("203.0.113.7"), VisitorNetwork("203.0.113.8"))
        try await crowd.letIn(one) {
            try await crowd.letIn(one) {
                await #expect(throws: Crowded.self) { try await crowd.letIn(one) {} }
                try await crowd.letIn(other) {}
            }
            try await crowd.letIn(one) {}
        }
        await #expect(throws: Malformed.self) { try await crowd.letIn(one) { throw Malformed() } }
        try await crowd.letIn(one) { try await crowd.letIn(one) {} }
    }

    @Test(arguments: [
        ("203.0.113.7", "203.0.113.7"), ("203.0.113.7:4711", "203.0.113.7"), ("2001:db8::7", "2001:db8::7"),
        ("[2001:db8::7]:4711", "2001:db8::7"), ("[2001:db8::7]", "2001:db8::7"), ("", ""),
    ])
    func aVisitorIsKnownWithoutThePort(written: String, address: String) {
        #expect(written.withoutPort == address)
    }
}
