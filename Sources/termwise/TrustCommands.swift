import App
import ArgumentParser
import Kernel

struct TrustGroup: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "trust", abstract: "The trust that a database belongs to.", subcommands: [TrustSucceed.self])
}

struct TrustSucceed: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "succeed",
        abstract: "Let everything go on under the trust that this one became part of.",
        discussion: "The name and the number change; schools, people, plans and history stay as they are.")

    @OptionGroup var storing: Storing
    @Option(help: "The number (UID) of that trust in the register.") var uid: String
    @Option(help: "Its name, as pages show it.") var name: String

    func run() async throws {
        let settings = try await loadSettings()
        do {
            try await succeedTrust(name: name, uid: uid, in: storing.address(settings), world: .system)
            print("Everything goes on under \(name) (\(uid)). Bring in its schools next: termwise import schools.")
        } catch let refusal as Refusal { throw WrongSetting(refusal.sentence) }
    }
}
