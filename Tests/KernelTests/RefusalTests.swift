import Kernel
import Testing

@Suite struct RefusalTests {
    @Test func fieldErrorsKeepTheOrderOfTheFields() {
        var errors = FieldErrors()
        errors.add("name", "Give a name.")
        errors.add("first", "Give a date.")
        errors.add("name", "Keep it short.")
        #expect(errors.all.map(\.field) == ["name", "first", "name"])
        #expect(errors.sentence(for: "name") == "Give a name.")
        #expect(errors.sentence(for: "last") == nil)
    }

    @Test func onlyFieldErrorsThatSaySomethingRefuse() throws {
        try FieldErrors().check()
        let errors = FieldErrors([("name", "Give a name.")])
        #expect(throws: Refusal.invalid(errors)) { try errors.check() }
        #expect(Refusal.invalid("name", "Give a name.") == .invalid(errors))
    }

    @Test func everyRefusalHasASentence() {
        let invalid = Refusal.invalid(FieldErrors([("a", "One."), ("b", "Two.")]))
        #expect(invalid.sentence == "One. Two.")
        #expect(Refusal.forbidden("Not you.").sentence == "Not you.")
        #expect(Refusal.conflict("Too late.").sentence == "Too late.")
        #expect(Refusal.notFound.sentence.hasSuffix("."))
        #expect(Refusal.stale.sentence.hasSuffix("."))
        #expect(Refusal.tooMany(retryAfter: 600).sentence.contains("10 minutes"))
    }

    @Test(arguments: [(30, "1 minute and"), (60, "1 minute and"), (61, "2 minutes and"), (120, "2 minutes and")])
    func theWaitIsNeverSaidTooShort(_ seconds: Int, _ words: String) {
        #expect(Refusal.tooMany(retryAfter: seconds).sentence.contains("Wait \(words)"))
    }
}
