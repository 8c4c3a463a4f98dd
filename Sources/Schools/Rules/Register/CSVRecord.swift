/// One row of a CSV file: bytes, decoded only where somebody asks.
package struct CSVRecord: Sendable {
    /// The line of the file on which the row begins; the first line is 1.
    package internal(set) var line = 1
    var bytes: [UInt8] = []
    /// The lines of its file end as old Macs ended them.
    var isMac = false
    /// For each field the end of its bytes; it begins where the one before it ends.
    var ends: [Int] = []

    package var count: Int { ends.count }

    /// A line with nothing on it.
    package var isBlank: Bool { ends.count == 1 && bytes.isEmpty }

    package func text(_ field: Int) -> String {
        guard field < ends.count else { return "" }
        return RegisterText.decode(bytes[(field == 0 ? 0 : ends[field - 1])..<ends[field]], isMac: isMac)
    }

    mutating func restart(at line: Int) {
        self.line = line
        bytes.removeAll(keepingCapacity: true)
        ends.removeAll(keepingCapacity: true)
    }
}
