import Foundation
import Kernel
import PlanRules
import Plans
import Testing

/// Seconds that no program needs, however busy the machine is.
private let patient = 3_600

@Suite struct PlanWordFileTests {
    func text(_ sample: PaperSample) async throws -> String {
        try await Unpacked(planWordFile(sample.document, seconds: patient)).file("word/document.xml")
    }

    @Test func hasRealHeadingsAndTables() async throws {
        let document = try await text(.usual)
        for style in ["Title", "Heading2", "Heading3", "Heading4"] {
            #expect(document.contains("<w:pStyle w:val=\"\(style)\""), "\(style)")
        }
        let tables = document.matches(of: /<w:tbl>/).count
        #expect(tables == 5, "2 of outcomes, 1 of blockages, 1 of what was looked at, 1 of what will be")
        #expect(document.contains("<w:tblHeader"))
    }

    @Test func holdsEveryWordOfThePlan() async throws {
        let words = try await text(.usual).matches(of: /<w:t[^>]*>([^<]*)<\/w:t>/).map(\.1).joined()
        for sentence in [
            "English: reasons in writing", "Two of three classes we read gave claims without reasons",
            "The half-termly tracking sheet.", "Teaching and learning 3.2: emerging", "Then Year 9.",
            "Head of English: Amir Hussain", "3.5 days and £1,250.50", "Working in parts", "Missed",
            "Adapt: Begin with the second class.", "Headteacher: James Oyelaran",
        ] { #expect(words.contains(sentence), "\(sentence)") }
    }

    @Test func hostileWordsStayWordsAndFetchNothing() async throws {
        let file = try await Unpacked(planWordFile(PaperSample.hostile.document, seconds: patient))
        let document = file.file("word/document.xml")
        #expect(document.contains("&lt;img src=") && document.contains("שלום עולם") && document.contains("👩‍👩‍👧‍👦"))
        #expect(document.contains("{{x}} $x$") && document.contains("]]&gt;"))
        #expect(!file.files.keys.contains { $0.hasPrefix("word/media/") } && !document.contains("root:"))
        #expect(!document.unicodeScalars.contains { $0.value < 0x20 && !"\n\t\r".unicodeScalars.contains($0) })
    }

    @Test func longWordsSurvive() async throws {
        let words = try await text(.full)
        #expect(words.contains("Everybody writes before anybody speaks. Everybody writes before anybody speaks."))
    }

    @Test func withoutPandocItSaysSoInASentence() async throws {
        let refusal = await #expect(throws: Refusal.self) {
            try await planWordFile(PaperSample.usual.document, path: "/nonexistent")
        }
        #expect(
            refusal
                == .conflict(
                    "Word files are made by the program pandoc, which is not installed where Termwise runs. The "
                        + "spreadsheet and the printed plan do not need it."))
    }

    @Test(arguments: [
        ("exit 3", patient, "could not be made"), ("sleep 600", 1, "took too long"),
        ("kill -9 $$", patient, "could not be made"),
    ])
    func aPandocThatFailsOrHangsIsASentenceToo(script: String, seconds: Int, words: String) async throws {
        let folder = try pandoc("exec 2>&-\n\(script)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let refusal = await #expect(throws: Refusal.self) {
            try await planWordFile(PaperSample.full.document, path: folder.path + ":/usr/bin:/bin", seconds: seconds)
        }
        #expect(refusal?.sentence.contains(words) == true)
    }

    @Test func oneIsMadeAfterAnother() async throws {
        let folder = try pandoc(
            """
            mkdir "$(dirname "$0")/busy" || exit 9
            sleep 0.1
            for word in "$@"; do case $word in --output=*) echo made > "${word#--output=}" ;; esac; done
            rmdir "$(dirname "$0")/busy"
            """)
        defer { try? FileManager.default.removeItem(at: folder) }
        try await withThrowingTaskGroup(of: [UInt8].self) { group in
            for _ in 0..<5 {
                group.addTask {
                    try await planWordFile(
                        PaperSample.usual.document, path: folder.path + ":/usr/bin:/bin", seconds: patient)
                }
            }
            for try await file in group { #expect(file == Array("made\n".utf8)) }
        }
    }

    /// A folder with a program of pandoc's name.
    private func pandoc(_ script: String) throws -> URL {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
            "termwise-pandoc-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let program = folder.appendingPathComponent("pandoc")
        try "#!/bin/sh\n\(script)\n".write(to: program, atomically: true, encoding: .utf8)
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: program.path)
        return folder
    }
}
