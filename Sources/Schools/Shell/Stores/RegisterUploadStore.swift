package import Database
package import Kernel

/// A file of the register that an administrator brought, kept until the import is done or a day has passed.
package struct RegisterUpload: Sendable, Hashable {
    package let id: ID<RegisterUpload>
    package let uploadedAt: Instant
    /// As the browser named it.
    package let fileName: String
    package let path: String
    package let groupsPath: String?
    package let linksPath: String?

    package var paths: [String] { [path, groupsPath, linksPath].compactMap(\.self) }
}

extension Reading {
    package func registerUpload(_ id: ID<RegisterUpload>) throws -> RegisterUpload? {
        try first(
            """
            SELECT id, uploaded_at, file_name, path, groups_path, links_path FROM register_upload WHERE id = \(id)
            """, RegisterUpload.read)
    }

    package func registerUploads(before moment: Instant) throws -> [RegisterUpload] {
        try rows(
            """
            SELECT id, uploaded_at, file_name, path, groups_path, links_path FROM register_upload
            WHERE uploaded_at < \(moment)
            """, RegisterUpload.read)
    }
}

extension Transaction {
    package func add(_ upload: RegisterUpload, by person: PersonID) throws {
        try run(
            """
            INSERT INTO register_upload (id, uploaded_at, uploaded_by, file_name, path, groups_path, links_path)
            VALUES (\(upload.id), \(upload.uploadedAt), \(person), \(upload.fileName), \(upload.path),
                \(upload.groupsPath), \(upload.linksPath))
            """)
    }

    package func forget(_ upload: ID<RegisterUpload>) throws {
        try run("DELETE FROM register_upload WHERE id = \(upload)")
    }
}

extension RegisterUpload {
    fileprivate static func read(_ row: borrowing Row) throws -> RegisterUpload {
        RegisterUpload(
            id: try row[0], uploadedAt: try row[1], fileName: try row[2], path: try row[3], groupsPath: try row[4],
            linksPath: try row[5])
    }
}
