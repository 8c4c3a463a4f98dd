/// Looks at the first bytes of a file: drops the mark of UTF-8 and refuses what is no CSV, in words that help.
struct RegisterOpening {
    private var held: [UInt8]? = []

    private static let refused: [(start: [UInt8], sentence: String)] = [
        ([0x50, 0x4b, 0x03, 0x04], "This is a zip archive or a workbook. Unpack it, or save the sheet as CSV."),
        ([0xd0, 0xcf, 0x11, 0xe0], "This is an old workbook. Save the sheet as CSV."),
        ([0x1f, 0x8b], "This file is compressed. Unpack it first."),
        ([0xff, 0xfe], "This file is Unicode text of the spreadsheet kind (UTF-16). Save it as CSV UTF-8."),
        ([0xfe, 0xff], "This file is Unicode text of the spreadsheet kind (UTF-16). Save it as CSV UTF-8."),
    ]

    /// - Returns: nil while too few bytes came to judge.
    mutating func pass(_ piece: [UInt8]) throws -> [UInt8]? {
        guard let before = held else { return piece }
        let bytes = before + piece
        held = bytes
        return bytes.count < 4 ? nil : try judge(bytes)
    }

    mutating func finish() throws -> [UInt8]? {
        try held.map { try judge($0) }
    }

    private mutating func judge(_ bytes: [UInt8]) throws -> [UInt8] {
        held = nil
        for kind in Self.refused where bytes.starts(with: kind.start) { throw RegisterUnreadable(kind.sentence) }
        return bytes.starts(with: [0xef, 0xbb, 0xbf]) ? Array(bytes.dropFirst(3)) : bytes
    }
}
