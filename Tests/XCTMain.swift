import Testing

/// Where the tests' program begins. Swift's package manager would write this file itself, but only after looking for
/// XCTest classes in an index of the whole code, which takes longer to write than it is worth: there are none.
@main struct TestProgram {
    static func main() async { await Testing.__swiftPMEntryPoint() as Never }
}
