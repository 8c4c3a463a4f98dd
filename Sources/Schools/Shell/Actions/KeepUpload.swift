package import Database
import Foundation
package import Kernel
package import SchoolRules

/// Keeps the files that an administrator sent, when they can be read, until the import is done.
///
/// - Parameter files: temporary ones, which are moved.
/// - Throws: `RegisterUnreadable`, and then nothing is kept.
package func keepUpload(
    _ files: RegisterFiles, by permit: MayImportSchools, in database: any Database
) async throws -> ID<RegisterUpload> {
    guard let person = permit.person else { throw Refusal.forbidden("Only a person sends files.") }
    let found = try await trusts(in: files, on: database.world.now().day)
    guard !found.isEmpty else {
        throw RegisterUnreadable(
            "The file does not say which trust a school is in. Add the register's file of group links.")
    }
    let kept = try ([files.schools] + files.beside).map { try $0.keptApart() }
    return try await database.write { tx in
        let id: ID<RegisterUpload> = tx.newID()
        let moved = RegisterFiles(schools: kept[0], beside: Array(kept.dropFirst()))
        try tx.add(RegisterUpload(id: id, uploadedAt: tx.moment, files: moved), by: person)
        return id
    }
}

extension RegisterPath {
    /// Moves the file to a name of its own, which whoever sends the next file at the same moment cannot get.
    ///
    /// - Throws: `Refusal.conflict` when the disk is full.
    fileprivate func keptApart() throws -> RegisterPath {
        let folder = FileManager.default.temporaryDirectory
        var name = Array(folder.appending(path: "termwise-register-XXXXXX").path.utf8CString)
        let held = mkstemp(&name)
        guard held >= 0 else { throw Refusal.conflict("There is no room for the file here at the moment.") }
        close(held)
        let own = String(decoding: name.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        guard rename(path, own) == 0 else {
            try? FileManager.default.removeItem(atPath: own)
            throw Refusal.conflict("There is no room for the file here at the moment.")
        }
        return RegisterPath(own, named: self.name)
    }
}

/// Removes files that were used or given up. Safe to repeat.
package func forgetUpload(_ upload: RegisterUpload, in database: any Database) async throws {
    for file in [upload.files.schools] + upload.files.beside { try? FileManager.default.removeItem(atPath: file.path) }
    try await database.write { try $0.forget(upload.id) }
}

/// Removes every upload that is older than a day. Safe to repeat.
package func forgetOldUploads(in database: any Database) async throws {
    let old = try await database.read { try $0.registerUploads(before: $0.moment.adding(seconds: -86_400)) }
    for upload in old { try await forgetUpload(upload, in: database) }
}
