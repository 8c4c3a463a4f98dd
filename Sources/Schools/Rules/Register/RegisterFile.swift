/// The bytes of a file, handed over in pieces of any size, one after the other; may be asked for more than once.
package struct FilePieces {
    let each: (_ body: ([UInt8]) throws -> Void) throws -> Void

    package init(_ each: @escaping (_ body: ([UInt8]) throws -> Void) throws -> Void) { self.each = each }
}

/// The files that the register publishes, told apart by their headings.
package enum RegisterFile: Sendable {
    case schools, groups, groupLinks, successorLinks

    init?(_ heading: RegisterHeading) {
        if heading.has(.urn, .linkURN) {
            self = .successorLinks
        } else if heading.has(.urn, .groupUID) {
            self = .groupLinks
        } else if heading.has(.urn, .name) {
            self = .schools
        } else if heading.has(.groupUID, .group) {
            self = .groups
        } else {
            return nil
        }
    }

    /// Reads the heading row and then every row.
    ///
    /// - Throws: `RegisterUnreadable` when it is no file of the register; whatever `row` throws.
    static func read(
        _ pieces: FilePieces, opening: (RegisterFile) throws -> Void = { _ in },
        row: (RegisterHeading, CSVRecord) throws -> Void
    ) throws {
        var reader = CSVReader()
        var heading: RegisterHeading?
        func each(_ record: CSVRecord) throws {
            if let heading { return try row(heading, record) }
            let found = RegisterHeading(record)
            guard let kind = RegisterFile(found) else { throw noHeadings }
            try opening(kind)
            heading = found
        }
        try pieces.each { try reader.read($0, each) }
        try reader.finish(each)
        if heading == nil { throw RegisterUnreadable("The file is empty.") }
    }

    private static let noHeadings = RegisterUnreadable(
        "This is no file of the register: its first row has no headings such as URN and EstablishmentName.")
}
