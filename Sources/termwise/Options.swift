import App
import ArgumentParser
import Foundation
import Kernel
import Logging

/// Where to listen.
struct Listening: ParsableArguments {
    @Option(help: "The address to listen on.") var host: String?
    @Option(help: "The port to listen on; 0 lets the system choose.") var port: String?

    func apply(to settings: inout Settings) throws {
        if let host { settings.host = host }
        if let port { settings.port = try Settings.port(port) }
    }
}

/// Where one trust's data are.
struct Storing: ParsableArguments {
    @Option(help: "A file, or a postgresql:// address, with one trust's data.") var database: String?

    func apply(to settings: inout Settings) {
        guard let database else { return }
        settings.database = database
        settings.trusts = nil
    }

    /// The one database that a command works on.
    func address(_ settings: Settings) throws -> DatabaseAddress {
        guard let text = database ?? settings.database else {
            throw WrongSetting("Say which database: --database FILE, or TERMWISE_DATABASE.")
        }
        return DatabaseAddress(text)
    }
}

/// On which day a demo plays.
struct Playing: ParsableArguments {
    @Option(help: "The day on which a demo plays, such as 2027-01-18; the real one when it is not given.")
    var today: String?

    func world() throws -> World {
        guard let today else { return .system }
        guard let day = Day(today) else { throw ValidationError("--today wants a day such as 2027-01-18.") }
        return World.system.travelled(to: day)
    }
}

/// The settings of the environment and the settings file.
func loadSettings() async throws -> Settings {
    try await Settings.load(environment: ProcessInfo.processInfo.environment)
}

/// Structured lines on standard error, so that what a command prints stays apart.
func makeLogger(_ settings: Settings) -> Logger {
    var logger = Logger(label: "termwise") { StreamLogHandler.standardError(label: $0) }
    logger.logLevel = settings.logLevel
    return logger
}
