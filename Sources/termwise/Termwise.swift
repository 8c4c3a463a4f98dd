import App
import ArgumentParser
import Foundation

@main
struct Termwise: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "termwise",
        abstract: "The school-improvement cycle of a trust: judge, plan, check, be sure.",
        version: termwiseVersion,
        subcommands: [
            Serve.self, Demo.self, Work.self, Migrate.self, Backup.self, Restore.self, Check.self, Letters.self,
            Import.self, Catalogue.self, PersonGroup.self, TrustGroup.self,
        ])

    /// A wrong setting is a sentence and exit status 2, never a stack of errors.
    static func main() async {
        // Databases, letters, backups, uploads and what other programs write for us are for our user alone.
        umask(0o077)
        do {
            var command = try parseAsRoot()
            if var asynchronous = command as? any AsyncParsableCommand {
                try await asynchronous.run()
            } else {
                try command.run()
            }
        } catch let error as WrongSetting {
            FileHandle.standardError.write(Data("termwise: \(error)\n".utf8))
            Foundation.exit(2)
        } catch {
            exit(withError: error)
        }
    }
}
