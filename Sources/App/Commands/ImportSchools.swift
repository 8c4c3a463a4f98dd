import Database
import Foundation
package import Kernel
import Schools

/// What `termwise import schools` was asked for.
package struct RegisterImport: Sendable {
    package let file: String
    /// The files of groups and of links that come with it.
    package let beside: [String]
    package let trust: String
    package let isCheck: Bool
    package let isJSON: Bool

    package init(file: String, beside: [String], trust: String, isCheck: Bool, isJSON: Bool) {
        self.file = file
        self.beside = beside
        self.trust = trust
        self.isCheck = isCheck
        self.isJSON = isJSON
    }
}

/// Reads the register into a trust's database, or says what that would do.
///
/// - Parameter address: nil together with `isCheck` plans against an empty trust.
/// - Returns: exit status, and the texts for standard output and standard error.
package func importSchools(
    _ asked: RegisterImport, into address: DatabaseAddress?, world: World
) async throws -> (status: Int32, output: String, complaint: String) {
    let files = RegisterFiles(schools: RegisterPath(asked.file), beside: asked.beside.map { RegisterPath($0) })
    let command = ImportCommand(
        files: files, trust: asked.trust, isCheck: asked.isCheck, isJSON: asked.isJSON,
        following: Features.ofSchools)
    let today = world.now().day
    guard let address else {
        guard asked.isCheck else {
            throw WrongSetting("Say which database: --database FILE, or TERMWISE_DATABASE; or only look with --check.")
        }
        let outcome = try await command.run(in: nil, today: today)
        return (outcome.status, outcome.output, outcome.complaint)
    }
    let database = try address.open(world: world)
    try await Features.migrator.migrate(database)
    let outcome = try await command.run(in: database, today: today)
    await database.close()
    return (outcome.status, outcome.output, outcome.complaint)
}
