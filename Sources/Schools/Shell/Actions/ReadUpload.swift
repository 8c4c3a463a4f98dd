package import Database
package import Kernel
package import SchoolRules

/// The files that an administrator sent, while they are kept.
///
/// - Throws: `notFound` once they were used or given up.
package func readUpload(
    _ id: ID<RegisterUpload>, by permit: MayImportSchools, in database: any Database
) async throws -> RegisterUpload {
    guard let upload = try await database.read({ try $0.registerUpload(id) }) else { throw Refusal.notFound }
    return upload
}

/// The trusts that kept files speak of, and the database's own; that is nil while there is none.
///
/// - Throws: `RegisterUnreadable` when a file can no longer be read.
package func readTrusts(
    in upload: RegisterUpload, by permit: MayImportSchools, in database: any Database
) async throws -> (found: [RegisterTrust], own: Trust?) {
    (try await trusts(in: upload.files, on: database.world.now().day), try await database.read { try $0.trust() })
}
