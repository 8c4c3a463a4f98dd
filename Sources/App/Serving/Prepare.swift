package import Database
import Foundation
import Plans
import Tools

/// Brings a database to the newest schema and installs what the catalogue has; idempotent, run at every start.
///
/// - Throws: `WrongSetting` when the catalogue cannot be found or does not hold.
package func prepare(_ database: any Database, catalogue: String) async throws {
    try await Features.migrator.migrate(database)
    _ = try await installCatalogue(catalogue, in: database)
    _ = try await installProFormas(catalogue, in: database)
}

/// The folder of the shipped catalogue: the one that was named, else beside the program, else in the working folder.
package func catalogueFolder(_ named: String?) throws -> String {
    let program = URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath().deletingLastPathComponent()
    let places =
        named.map { [$0] } ?? [
            program.appendingPathComponent("Catalogue").path,
            program.appendingPathComponent("../share/termwise/Catalogue").standardized.path, "Catalogue",
        ]
    guard let found = places.first(where: { FileManager.default.fileExists(atPath: $0 + "/tools") }) else {
        throw WrongSetting(
            "The catalogue was not found in \(places.joined(separator: ", ")). Name its folder with TERMWISE_CATALOGUE."
        )
    }
    return found
}
