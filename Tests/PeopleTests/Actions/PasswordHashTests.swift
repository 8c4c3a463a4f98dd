import Kernel
import People
import Testing

@Suite struct PasswordHashTests {
    @Test func aCostThatWouldProtectNothingOrStopTheMachineIsRefused() {
        for (logN, r, p) in [(0, 8, 1), (21, 8, 1), (15, 0, 1), (15, 33, 1), (15, 8, 0), (15, 8, 17)] {
            #expect(ScryptCost(logN: logN, r: r, p: p) == nil)
        }
        #expect(ScryptCost.standard == ScryptCost(logN: 15, r: 8, p: 3))
    }

    @Test(arguments: [
        "", "scrypt$15$8$3$AAAA", "bcrypt$15$8$3$AAAA$AAAA", "scrypt$99$8$3$AAAA$AAAA", "scrypt$15$8$3$AAAA$AAAA",
        "scrypt$15$8$3$*$*",
    ])
    func whatIsNoStoredSecretIsNotRead(text: String) {
        #expect(StoredSecret(text) == nil)
    }
}
