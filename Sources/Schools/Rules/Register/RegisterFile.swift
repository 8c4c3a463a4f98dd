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

    /// Titles, empty rows and what a program writes before its data (`sep=;`, `#TYPE …`) stand in fewer rows than these.
    static let mostAbove = 30

    /// Looks for the heading row and then reads every row below it.
    ///
    /// - Throws: `RegisterUnreadable` when it is no file of the register; whatever `row` throws.
    static func read(
        _ pieces: FilePieces, opening: (RegisterFile) throws -> Void = { _ in },
        row: (RegisterHeading, CSVRecord) throws -> Void
    ) throws {
        try read(pieces, separatedBy: separator(of: pieces), opening: opening, row: row)
    }

    /// Commas, or what spreadsheets write where a comma stands in numbers: that of them under which a heading row is found.
    private static func separator(of pieces: FilePieces) throws -> UInt8 {
        var refused: RegisterUnreadable?
        for separator in [Byte.comma, Byte.tab, Byte.semicolon] {
            do {
                try read(pieces, separatedBy: separator) { _ in
                    throw HeadingRead()
                } row: { _, _ in
                }
            } catch is HeadingRead {
                return separator
            } catch let error as RegisterUnreadable {
                refused = refused ?? error
            }
        }
        throw refused ?? noHeadings
    }

    private static func read(
        _ pieces: FilePieces, separatedBy separator: UInt8, opening: (RegisterFile) throws -> Void,
        row: (RegisterHeading, CSVRecord) throws -> Void
    ) throws {
        var reader = CSVReader(separator: separator)
        var heading: RegisterHeading?
        var above = 0
        func each(_ record: CSVRecord) throws {
            if let heading { return try row(heading, record) }
            let found = RegisterHeading(record)
            guard let kind = RegisterFile(found) else {
                above += 1
                if above >= mostAbove { throw noHeadings }
                return
            }
            try opening(kind)
            heading = found
        }
        try pieces.each { try reader.read($0, each) }
        try reader.finish(each)
        if heading == nil { throw above == 0 ? RegisterUnreadable("The file is empty.") : noHeadings }
    }

    private static let noHeadings = RegisterUnreadable(
        "This is no file of the register: none of its first \(mostAbove) rows has headings such as URN and "
            + "EstablishmentName. Take it as downloaded, or delete what stands above the headings.")
}

/// Ends the reading of a file once its heading row was found.
struct HeadingRead: Error {}
