@testable import SchoolRules

/// An invented file of the register, written the way the register writes: quoted text, CRLF, Windows-1252.
struct Sheet {
    var headings: [String]
    var rows: [[String]] = []
    var lineEnd = "\r\n"
    var encoding = Encoding.windows1252

    enum Encoding { case windows1252, utf8, utf8WithMark }

    init(_ layout: Layout) { headings = layout.headings }
    init(_ headings: [String]) { self.headings = headings }

    func with(_ values: [String: String]...) -> Sheet {
        var copy = self
        for values in values {
            for name in values.keys where !headings.contains(name) && !name.hasSuffix("?") {
                preconditionFailure("no column \(name)")
            }
            copy.rows.append(headings.map { values[$0] ?? values[$0 + "?"] ?? "" })
        }
        return copy
    }

    /// The first row is on line 2.
    func changingRow(_ number: Int, _ change: (inout [String]) -> Void) -> Sheet {
        var copy = self
        change(&copy.rows[number])
        return copy
    }

    var text: String {
        ([headings] + rows).map { row in row.map(Sheet.quoted).joined(separator: ",") + lineEnd }.joined()
    }

    var bytes: [UInt8] {
        switch encoding {
        case .windows1252: text.unicodeScalars.map { UInt8($0.value < 256 ? $0.value : $0 == "’" ? 0x92 : 0x3f) }
        case .utf8: Array(text.utf8)
        case .utf8WithMark: [0xef, 0xbb, 0xbf] + Array(text.utf8)
        }
    }

    var pieces: FilePieces { .of(bytes) }

    private static func quoted(_ value: String) -> String {
        value.allSatisfy(\.isNumber) && !value.isEmpty
            ? value : "\"" + value.replacing("\"", with: "\"\"") + "\""
    }
}

extension FilePieces {
    static func of(_ bytes: [UInt8], size: Int = 7) -> FilePieces {
        FilePieces { body in
            for start in stride(from: 0, to: bytes.count, by: size) {
                try body(Array(bytes[start..<min(start + size, bytes.count)]))
            }
        }
    }

    static func of(_ text: String, size: Int = 7) -> FilePieces { .of(Array(text.utf8), size: size) }
}

/// Rows about invented schools; a name with a question mark is left out where the layout has no such column.
enum Invented {
    static func school(
        _ urn: String, _ name: String, trust: (uid: String, name: String)? = ("9001", "ALDER TRUST"),
        _ more: [String: String] = [:]
    ) -> [String: String] {
        let row: [String: String] = [
            "URN": urn, "EstablishmentName": name, "LA (code)": "855", "LA (name)": "Leicestershire",
            "EstablishmentNumber": "2002", "TypeOfEstablishment (code)?": "34",
            "TypeOfEstablishment (name)": "Academy converter", "EstablishmentStatus (code)?": "1",
            "EstablishmentStatus (name)": "Open", "OpenDate": "01-09-2015", "PhaseOfEducation (code)?": "2",
            "PhaseOfEducation (name)": "Primary", "StatutoryLowAge": "4", "StatutoryHighAge": "11",
            "OfficialSixthForm (name)": "Does not have a sixth form", "SchoolCapacity?": "420",
            "NumberOfPupils?": "400", "CensusDate?": "16-01-2025", "UKPRN": "10012345", "Town": "Oadby",
            "TrustSchoolFlag (code)?": trust == nil ? "0" : "3",
            "TrustSchoolFlag (name)?": trust == nil ? "Not applicable" : "Supported by a multi-academy trust",
            "Trusts (code)?": trust?.uid ?? "", "Trusts (name)?": trust?.name ?? "",
            "LastChangedDate?": "01-09-2025", "Linked establishments?": "Does not have links",
        ]
        let keys = Set(more.keys.map { $0.replacing("?", with: "") })
        return row.filter { !keys.contains($0.key.replacing("?", with: "")) }.merging(more) { _, new in new }
    }

    static let groupHeadings = [
        "Group UID", "Group ID", "Group Name", "Companies House Number", "Group Type (code)", "Group Type",
        "Closed Date",
        "Open date", "Group Status (code)", "Group Status", "UKPRN",
    ]

    static func group(_ uid: String, _ name: String, type: String = "06", closed: String = "") -> [String: String] {
        let types = ["01": "Federation", "02": "Trust", "05": "School sponsor", "6": "Multi-academy trust"]
        return [
            "Group UID": uid, "Group Name": name, "Group Type (code)": type,
            "Group Type": types[type] ?? (type == "10" ? "Single-academy trust" : "Multi-academy trust"),
            "Closed Date": closed, "Group Status": closed.isEmpty ? "Open" : "Closed",
        ]
    }

    static let linkHeadings =
        [
            "URN", "Linked UID", "Group Name", "Group Type", "Group Type (code)", "Closed Date", "Group Status",
            "Joined date",
        ]
        + ["EstablishmentName", "HasSharedHT"]

    static func link(
        _ urn: String, _ uid: String, _ name: String, type: String = "06", joined: String = "01-09-2016",
        closed: String = ""
    ) -> [String: String] {
        var row = group(uid, name, type: type, closed: closed)
        row["Group UID"] = nil
        return row.merging(["URN": urn, "Linked UID": uid, "Joined date": joined, "EstablishmentName": "S \(urn)"]) {
            $1
        }
    }
}
