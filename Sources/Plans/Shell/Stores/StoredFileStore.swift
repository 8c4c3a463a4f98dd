import Crypto
import Database
import Foundation
package import Kernel
package import PlanRules

package typealias StoredFileID = ID<StoredFile>

/// A file that lies in the database, whole.
package struct StoredFile: Sendable {
    package let name: String
    package let mediaType: String
    package let content: [UInt8]
}

extension Reading {
    /// - Returns: nil when no evidence of this look carries such a file.
    package func storedFile(_ id: StoredFileID, of check: CheckID) throws -> StoredFile? {
        let found = try first(
            """
            SELECT f.name, f.media_type, f.bytes
            FROM check_evidence e JOIN stored_file f ON f.id = e.file_id
            WHERE e.check_id = \(check) AND e.file_id = \(id)
            """
        ) { (name: try $0[0] as String, type: try $0[1] as String, bytes: try $0[2] as Int) }
        guard let found else { return nil }
        var content: [UInt8] = []
        content.reserveCapacity(found.bytes)
        try each("SELECT content FROM stored_file_piece WHERE file_id = \(id) ORDER BY position") { row in
            guard let piece = Data(base64Encoded: try row.text(0)) else {
                throw DatabaseError.unreadable(column: 0, as: "piece of a file")
            }
            content += piece
        }
        return StoredFile(name: found.name, mediaType: found.type, content: content)
    }
}

extension Transaction {
    func keep(_ file: FileKept, by person: PersonID) throws -> StoredFileID {
        let id: StoredFileID = newID()
        let print = SHA256.hash(data: file.content).hexadecimal
        try run(
            """
            INSERT INTO stored_file (id, name, media_type, bytes, sha256, added_at, added_by)
            VALUES (\(id), \(file.name), \(file.kind.mediaType), \(file.content.count), \(print), \(moment), \(person))
            """)
        for (position, start) in stride(from: 0, to: file.content.count, by: pieceBytes).enumerated() {
            let piece = file.content[start..<min(start + pieceBytes, file.content.count)]
            try run(
                """
                INSERT INTO stored_file_piece (file_id, position, content)
                VALUES (\(id), \(position), \(Data(piece).base64EncodedString()))
                """)
        }
        return id
    }
}

/// A multiple of three, so that every piece is whole in base64; small enough that no sentence is a burden.
private let pieceBytes = 196_608
