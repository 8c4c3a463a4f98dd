import App
import ArgumentParser
import Kernel

struct Migrate: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Bring a database to the newest schema and install what is new in the catalogue.")
    @OptionGroup var storing: Storing

    func run() async throws {
        let settings = try await loadSettings()
        for line in try await migrate(storing.address(settings), settings: settings, world: .system) { print(line) }
    }
}

struct Backup: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Copy a database to a new file, also while it is served.")
    @OptionGroup var storing: Storing
    @Argument(help: "The file to make.") var file: String

    func run() async throws {
        let settings = try await loadSettings()
        try await backUp(storing.address(settings), to: file, world: .system)
        print("Backed up to \(file).")
    }
}

struct Restore: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Make a database from a backup; never over one that is there.")
    @OptionGroup var storing: Storing
    @Argument(help: "A file made by backup.") var file: String

    func run() async throws {
        let settings = try await loadSettings()
        let address = try storing.address(settings)
        try await restore(file, to: address, settings: settings, world: .system)
        print(
            """
            Restored from \(file).
            Its letters rest. When it is the database that people use, say: termwise letters resume
            """)
    }
}

struct Letters: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "The letters of a database.", subcommands: [LettersResume.self])
}

struct LettersResume: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "resume", abstract: "Let the letters of a restored database go.",
        discussion: "What was asked for before the backup was restored is dropped.")
    @OptionGroup var storing: Storing

    func run() async throws {
        let settings = try await loadSettings()
        let dropped = try await resumeLetters(in: storing.address(settings), world: .system)
        let old = dropped == 1 ? "One old letter was dropped." : "\(dropped) old letters were dropped."
        print("Letters go out again." + (dropped == 0 ? "" : " " + old))
    }
}

struct Check: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Look a database over: integrity, foreign keys, migrations, catalogue.",
        discussion: "Exit status 1 when anything is wrong.")
    @OptionGroup var storing: Storing

    func run() async throws {
        let settings = try await loadSettings()
        let faults = try await check(storing.address(settings), settings: settings, world: .system)
        for fault in faults { print(fault) }
        guard faults.isEmpty else { throw ExitCode(1) }
        print("All is well.")
    }
}
