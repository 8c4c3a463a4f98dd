import Foundation
import Testing

/// `Documentation/security-verification.md` says for each section of OWASP's ASVS 5.0 where it stands, and by which tests.
@Suite struct SecurityVerificationTests {
    private struct Row {
        let section: String
        let stands: String
        let how: String
        let tests: [String]
    }

    /// How many sections each chapter of ASVS 5.0 has.
    private static let chapters = [5, 4, 7, 4, 4, 8, 6, 4, 2, 7, 7, 3, 4, 3, 4, 5, 3]

    private func page() throws -> String {
        try String(contentsOf: Project.root.appending(path: "Documentation/security-verification.md"), encoding: .utf8)
    }

    private func rows() throws -> [Row] {
        try page().split(separator: "\n").filter { $0.hasPrefix("| V") }.map { line in
            let cells = line.split(separator: "|", omittingEmptySubsequences: false).map {
                $0.trimmingCharacters(in: .whitespaces)
            }
            let tests = cells[5].split(separator: ",").map { $0.trimmingCharacters(in: ["`", " "]) }
            return Row(section: cells[1], stands: cells[3], how: cells[4], tests: tests)
        }
    }

    @Test func everySectionStandsThereOnceAndInItsOrder() throws {
        let wanted = Self.chapters.enumerated().flatMap { chapter, sections in
            (1...sections).map { "V\(chapter + 1).\($0)" }
        }
        #expect(try rows().map(\.section) == wanted)
    }

    @Test func whatIsNotMetIsNamedAndWhatIsMetIsShown() throws {
        for row in try rows() {
            let names = row.how.contains(try Regex(#"\*\*(Not met: )?\d+\.\d+\.\d+\*\*"#))
            switch row.stands {
            case "met": #expect(!names && row.how != "", "\(row.section)")
            case "partly", "not met": #expect(names, "\(row.section)")
            case "the operator's", "does not apply": #expect(!names && row.how != "", "\(row.section)")
            default: Issue.record("\(row.section) stands nowhere: \(row.stands)")
            }
        }
    }

    @Test func theCountsAtItsTopAreThoseOfItsRows() throws {
        let (page, rows) = (try page().replacingOccurrences(of: "\n", with: " "), try rows())
        func count(_ stands: String) -> Int { rows.count { $0.stands == stands } }
        #expect(
            page.contains(
                "Of \(rows.count) sections \(count("met")) are met, \(count("partly")) partly, \(count("not met")) not; "
                    + "\(count("the operator's")) are the operator's, \(count("does not apply")) do not apply."))
    }

    @Test func everyTestThatItNamesIsThere() throws {
        let folder = Project.root.appending(path: "Tests")
        var declared: Set<String> = []
        for case let file as URL in FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)! {
            guard ["swift", "py"].contains(file.pathExtension) else { continue }
            for match in try String(contentsOf: file, encoding: .utf8).matches(of: /(?:func|def) (\w+)\(/) {
                declared.insert(String(match.output.1))
            }
        }
        let named = Set(try rows().flatMap(\.tests))
        #expect(named.count > 80)
        #expect(named.subtracting(declared).sorted() == [])
    }
}
