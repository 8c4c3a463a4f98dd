import Configuration
package import Jobs
import Kernel
package import Logging

/// The operator's settings: from the environment, and from a file of `NAME=value` lines named by `TERMWISE_SETTINGS`.
/// What the command line says goes before both; README.md lists every name.
package struct Settings: Sendable {
    package var host = "127.0.0.1"
    package var port = 8080
    /// A file path, or a `postgresql://` address.
    package var database: String?
    /// A folder of SQLite files, or a `postgresql://` address with a schema for each trust.
    package var trusts: String?
    package var baseURL: String?
    package var metricsToken: String?
    package var logLevel = Logger.Level.info
    package var mail = Mail(folder: nil)
    package var catalogue: String?
    package var trustedProxies: Set<String> = []
    package var showsGallery = false

    package init() {}

    /// - Throws: `WrongSetting` with a sentence about the first value that cannot be used.
    package static func load(environment: [String: String]) async throws -> Settings {
        let said = Self.said(environment)
        var all = said
        if let file = said["TERMWISE_SETTINGS"] {
            all.merge(Self.said(try SettingsFile(at: file).values)) { environment, _ in environment }
        }
        let provider = EnvironmentVariablesProvider(environmentVariables: all)
        return try Settings(reading: ConfigReader(provider: provider).scoped(to: "termwise"))
    }

    /// A name with nothing behind it says nothing, wherever it stands.
    private static func said(_ values: [String: String]) -> [String: String] {
        values.mapValues(\.withoutStrayEnds).filter { !$0.value.isEmpty }
    }

    private init(reading config: ConfigReader) throws {
        host = config.string(forKey: "host", default: host)
        if let text = config.string(forKey: "port") { port = try Self.port(text) }
        database = config.string(forKey: "database")
        trusts = config.string(forKey: "trusts")
        baseURL = try config.string(forKey: "base.url").map(Self.baseURL)
        metricsToken = config.string(forKey: "metrics.token", isSecret: true)
        if let text = config.string(forKey: "log.level") { logLevel = try Self.level(text) }
        mail = try Self.mail(config.scoped(to: "mail"), baseURL)
        catalogue = config.string(forKey: "catalogue")
        trustedProxies = Set(config.stringArray(forKey: "trusted.proxies", default: []))
    }

    private static func mail(_ config: ConfigReader, _ baseURL: String?) throws -> Mail {
        try MailWords(
            folder: config.string(forKey: "folder"), server: config.string(forKey: "server"),
            user: config.string(forKey: "user"), password: config.string(forKey: "password", isSecret: true),
            tls: config.string(forKey: "tls"), authorities: config.string(forKey: "authorities"),
            sender: config.string(forKey: "sender", default: MailWords.standardSender), baseURL: baseURL
        ).mail()
    }

    package static func port(_ text: String) throws -> Int {
        guard let port = Int(written: text, 0...65_535) else {
            throw WrongSetting("TERMWISE_PORT is \"\(text)\"; it should be a number from 0 to 65535.")
        }
        return port
    }

    private static func level(_ text: String) throws -> Logger.Level {
        guard let level = Logger.Level(rawValue: text.lowercased()) else {
            let known = Logger.Level.allCases.map(\.rawValue).joined(separator: ", ")
            throw WrongSetting("TERMWISE_LOG_LEVEL is \"\(text)\"; it should be one of \(known).")
        }
        return level
    }

    private static func baseURL(_ text: String) throws -> String {
        guard text.hasPrefix("https://") || text.hasPrefix("http://"), !text.hasSuffix("/") else {
            throw WrongSetting(
                "TERMWISE_BASE_URL is \"\(text)\"; it should be like https://improve.example.org, without a final slash."
            )
        }
        return text
    }
}

/// A setting or an argument that cannot be used, as a sentence for the operator.
package struct WrongSetting: Error, CustomStringConvertible, Hashable {
    package let description: String
    package init(_ sentence: String) { description = sentence }
}
