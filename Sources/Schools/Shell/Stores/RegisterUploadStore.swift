package import Database
package import Kernel

/// Files of the register that an administrator brought, kept until the import is done or a day has passed.
package struct RegisterUpload: Sendable, Hashable {
    package let id: ID<RegisterUpload>
    package let uploadedAt: Instant
    package let files: RegisterFiles

    package init(id: ID<RegisterUpload>, uploadedAt: Instant, files: RegisterFiles) {
        (self.id, self.uploadedAt, self.files) = (id, uploadedAt, files)
    }
}

extension Reading {
    package func registerUpload(_ id: ID<RegisterUpload>) throws -> RegisterUpload? {
        let found = try first("SELECT uploaded_at FROM register_upload WHERE id = \(id)") { try $0[0] as Instant }
        return try found.map { RegisterUpload(id: id, uploadedAt: $0, files: try registerFiles(of: id)) }
    }

    package func registerUploads(before moment: Instant) throws -> [RegisterUpload] {
        let ids = try rows("SELECT id FROM register_upload WHERE uploaded_at < \(moment)") {
            try $0[0] as ID<RegisterUpload>
        }
        return try ids.compactMap { try registerUpload($0) }
    }

    private func registerFiles(of id: ID<RegisterUpload>) throws -> RegisterFiles {
        let files = try rows(
            "SELECT path, file_name FROM register_file WHERE upload_id = \(id) ORDER BY place"
        ) { RegisterPath(try $0[0], named: try $0[1]) }
        guard let schools = files.first else { throw Refusal.notFound }
        return RegisterFiles(schools: schools, beside: Array(files.dropFirst()))
    }
}

extension Transaction {
    package func add(_ upload: RegisterUpload, by person: PersonID) throws {
        try run(
            """
            INSERT INTO register_upload (id, uploaded_at, uploaded_by)
            VALUES (\(upload.id), \(upload.uploadedAt), \(person))
            """)
        for (place, file) in ([upload.files.schools] + upload.files.beside).enumerated() {
            try run(
                """
                INSERT INTO register_file (upload_id, place, path, file_name)
                VALUES (\(upload.id), \(place), \(file.path), \(file.name))
                """)
        }
    }

    package func forget(_ upload: ID<RegisterUpload>) throws {
        try run("DELETE FROM register_file WHERE upload_id = \(upload)")
        try run("DELETE FROM register_upload WHERE id = \(upload)")
    }
}
