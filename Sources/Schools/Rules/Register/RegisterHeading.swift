/// The heading row of a file: where each column stands. Columns are known by name, never by position.
package struct RegisterHeading: Sendable {
    private let places: [RegisterColumn: Int]
    /// The number of headings, without unnamed ones at the end.
    private let width: Int
    /// The number of headings with unnamed ones: a spreadsheet writes every row as wide as the widest.
    private let cells: Int
    private let linked: Int?

    init(_ record: CSVRecord) {
        var found: [RegisterColumn: Int] = [:]
        var width = 0
        for place in 0..<record.count {
            let folded = RegisterHeading.folded(record.text(place))
            if !folded.isEmpty { width = place + 1 }
            guard let column = RegisterHeading.names[folded], found[column] == nil else { continue }
            found[column] = place
        }
        (places, self.width, cells) = (found, width, record.count)
        linked = found[.linked].flatMap { $0 == width - 1 ? $0 : nil }
    }

    func has(_ columns: RegisterColumn...) -> Bool { columns.allSatisfy { places[$0] != nil } }

    /// - Returns: nil when the file has no such column, which says nothing; empty when it has and the row says nothing.
    func value(_ column: RegisterColumn, in record: CSVRecord) -> String? {
        guard let place = places[column] else { return nil }
        let text = record.text(place).trimmed
        return text == "NULL" || text == "Not recorded" ? "" : text
    }

    /// Why the row does not fit under the headings; nil when it does. A short row does: the register leaves out empty
    /// fields at the end. A search export has `Linked establishments` last and writes further links into unnamed
    /// columns.
    func misfit(_ record: CSVRecord) -> String? {
        guard record.count > width else { return nil }
        let beyond = (width..<record.count).map { record.text($0).trimmed }
        if beyond.allSatisfy(\.isEmpty), record.count <= cells { return nil }
        if let linked, continues(record.text(linked).trimmed, with: beyond) { return nil }
        return "This row has \(record.count) values under \(width) headings, so it is not certain which is which."
    }

    private func continues(_ first: String, with beyond: [String]) -> Bool {
        if beyond.allSatisfy(\.isEmpty) { return first == "Does not have links" || SuccessorLink.isCell(first) }
        return SuccessorLink.isCell(first) && beyond.allSatisfy { $0.isEmpty || SuccessorLink.isCell($0) }
    }

    /// The cells of `Linked establishments` and its unnamed continuation, or nothing in other files.
    func linkCells(in record: CSVRecord) -> [String] {
        guard let linked, linked < record.count else { return [] }
        return (linked..<record.count).map { record.text($0).trimmed }
    }

    private static let names: [String: RegisterColumn] = {
        let own = RegisterColumn.allCases.map { (folded($0.rawValue), $0) }
        return Dictionary(own, uniquingKeysWith: { first, _ in first })
            .merging(RegisterColumn.otherNames, uniquingKeysWith: { first, _ in first })
    }()

    private static func folded(_ text: String) -> String { text.spacedOnce.lowercased() }
}

extension String {
    /// Every run of white space as one space, none at the ends.
    var spacedOnce: String { split(whereSeparator: \.isWhitespace).joined(separator: " ") }
}
