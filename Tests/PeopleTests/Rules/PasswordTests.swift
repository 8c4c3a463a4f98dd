import Kernel
import PeopleRules
import Testing

@Suite struct PasswordTests {
    let own = OwnWords(
        name: "Margaret O'Brien", email: EmailAddress("m.obrien@oak.example")!, trust: "Willowbrook Learning Trust")

    private func refusal(_ typed: String, again: String? = nil) -> Refusal? {
        refused { _ = try NewPassword(typed, again: again ?? typed, avoiding: own) { $0 == "in the dictionary" } }
    }

    @Test(arguments: [
        "kettle harbour violin", "three blind otters", "Zx9!kfp2#Lq8", "correct staple otter", "market garden tulips",
        "margaret likes tulips", "ямщик не гони лошадей", "the password is tulips",
    ])
    func aLongUncommonPasswordIsTaken(typed: String) throws {
        #expect(
            try NewPassword(typed, again: typed, avoiding: own) { _ in false }.text == NewPassword.normalised(typed))
    }

    @Test func lengthIsCountedInCharacters() {
        #expect(refusal("")?.sentence == "Enter a password.")
        #expect(refusal("kettle boat")?.sentence.hasPrefix("Use at least 12 characters.") == true)
        #expect(refusal("kettle boats") == nil)
        let long = (0..<128).map { ["k", "9", "v", "q", "b", "7", "w"][($0 * $0 + $0 / 7) % 7] }.joined()
        #expect(refusal(long) == nil)
        #expect(refusal(long + "x")?.sentence == "Use at most 128 characters.")
    }

    @Test(arguments: [
        "password12345", "Password2026!", "P@ssw0rd!!!!", "qwertyuiop12", "qwertyuiop[]", "123456789012",
        "111122223333",
        "aaaaaaaaaaaa", "abcdefghijkl", "lkjhgfdsapoi", "passwordpassword", "abcxyzabcxyz", "Liverpool2026!",
        "sunshine monkey", "letmein-letmein", "ManchesterUnited1", "Headteacher123", "correcthorsebatterystaple",
        "098765432109", "hogwarts hogwarts", "!!!!!!!!!!!!",
    ])
    func whatStrangersTryFirstIsRefused(typed: String) {
        #expect(
            refusal(typed)?.sentence == "This is among the first passwords that a stranger would try. Choose another.")
    }

    @Test(arguments: [
        "margaretobrien", "Margaret.OBrien.1", "m.obrien12345", "Willowbrook2026", "willowbrook-obrien",
        "termwise-margaret",
    ])
    func ownNamesAloneMakeNoPassword(typed: String) {
        #expect(refusal(typed)?.sentence.hasPrefix("Your name, your email address") == true)
    }

    @Test func bothTypingsMustAgree() {
        #expect(refusal("kettle harbour violin", again: "kettle harbour violim")?.fields == ["again"])
        #expect(refusal("kettle harbour violin") == nil)
    }

    @Test func whatADictionaryHoldsIsRefusedToo() {
        #expect(refusal("in the dictionary")?.sentence.hasPrefix("This is among the first") == true)
        #expect(refusal("sunshineforever1")?.sentence.hasPrefix("This is among the first") == true)
        #expect(CommonPasswords.count >= 3_000)
    }

    @Test func noSpaceIsTakenAwayAndTheLongestIsComparedTakenApartToo() {
        #expect(NewPassword.comparable(" kettle ") == " kettle ")
        let apart = String(repeating: "\u{1112}\u{1161}\u{11ab}", count: 128)
        #expect(NewPassword.comparable(apart)?.unicodeScalars.count == 128)
        #expect(NewPassword.comparable(String(repeating: "x", count: 129)) == nil)
        #expect(NewPassword.comparable(String(repeating: "x", count: 2_000_000)) == nil)
    }

    @Test func theSameLettersTypedElsewhereAreTheSamePassword() {
        #expect(NewPassword.normalised("cafe\u{301} au lait") == NewPassword.normalised("café au lait"))
        #expect(NewPassword.normalised("ﬁsh and chips") == "fish and chips")
    }
}
