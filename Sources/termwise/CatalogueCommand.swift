import App
import ArgumentParser

struct Catalogue: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "The shipped tools and pro-formas.", subcommands: [CatalogueCheck.self, CatalogueLock.self])
}

struct CatalogueCheck: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Hold every file against the format, the others and the lock.")
    @Argument(help: "The catalogue's folder.") var folder: String?

    func run() async throws {
        let settings = try await loadSettings()
        let faults = try checkCatalogue(folder ?? settings.catalogue)
        for fault in faults { print(fault) }
        guard faults.isEmpty else { throw ExitCode(1) }
        print("The catalogue is sound.")
    }
}

struct CatalogueLock: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lock", abstract: "Publish new files: add their fingerprints, after which they never change.")
    @Argument(help: "The catalogue's folder.") var folder: String?

    func run() async throws {
        let added = try lockCatalogue(folder)
        print(added.isEmpty ? "Nothing is new." : added.map { "Locked \($0)." }.joined(separator: "\n"))
    }
}
