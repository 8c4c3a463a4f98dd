import Kernel
import PlanRules
import Testing
import ToolRules

@Suite struct EvidenceTests {
    private let today = day("2026-11-24")

    /// The fields at which evidence is refused, through the door that verbs use.
    private func refused(_ evidence: EvidenceInput) throws -> [String] {
        let school: SchoolID = made(7)
        let actor = Actor(person: made(1), name: "Amir", posts: [HeldPost(.headteacher, at: .school(school))])
        let look = LookAtHand(
            check: ImpactCheck(id: made(4), plan: made(5), due: today, until: today, result: nil), state: .live,
            calledOff: nil, isOpen: true, version: 1, waiting: [])
        let input = CheckInput(finding: "Seen", rating: .green, response: nil, evidence: evidence, version: 1)
        do {
            _ = try look.recording(
                input, on: today, in: Years.calendar(),
                by: MayRecordCheck(actor, at: .school(school), seat: made(3)))
            return []
        } catch Refusal.invalid(let errors) { return errors.all.map(\.field) }
    }

    @Test func evidenceIsOptionalAndWithWordsItWantsAKindAndAPastDay() throws {
        #expect(try refused(.none) == [])
        #expect(try refused(EvidenceInput(kind: .bookLook, seen: today + 9)) == [], "a kind alone says nothing")
        #expect(try refused(EvidenceInput(kind: nil, seen: nil, note: "Six books")) == ["kind"])
        #expect(try refused(EvidenceInput(kind: .bookLook, seen: today + 1, note: "Six books")) == ["seen"])
        #expect(try refused(EvidenceInput(kind: .bookLook, seen: today, note: "Six books")) == [])
    }

    @Test(arguments: [
        "javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", "https://", "https://a b.example",
        "https://somebody@evil.example/x", "intranet", ".example.org", "www.example.org/a b", "HTTPS:/one-slash",
        "booklook.docx", "p.12",
    ])
    func aLinkThatIsNoAddressOfTheWebIsRefused(link: String) throws {
        #expect(try refused(EvidenceInput(kind: .data, seen: today, link: link)) == ["link"])
    }

    @Test(arguments: [
        "https://example.org/report?x=1#a", "http://intranet/page", "HTTPS://EXAMPLE.ORG", "example.org/x",
        "www.example.org", "\u{feff}https://example.org/\u{200b}x\u{a0}", "\u{200b} www.example.org",
    ])
    func addressesOfTheWebAreTaken(link: String) throws {
        #expect(try refused(EvidenceInput(kind: .data, seen: today, link: link)) == [])
    }

    @Test func aFileThatIsTooLargeEmptyOrOfAnotherKindIsRefused() throws {
        let sent = { (bytes: Int, content: [UInt8]?) in
            EvidenceInput(kind: .data, seen: nil, file: FileSent(name: "a.pdf", bytes: bytes, content: content))
        }
        #expect(try refused(sent(FileSent.largest + 1, nil)) == ["file"])
        #expect(try refused(sent(0, [])) == ["file"])
        #expect(try refused(sent(4, [0x4d, 0x5a, 0, 1])) == ["file"])
        #expect(try refused(sent(9, Array("%PDF-1.7\n".utf8))) == [])
    }

    @Test func kindsAreToldByContent() {
        let packed = { (parts: String...) -> [UInt8] in [0x50, 0x4b, 3, 4] + Array(parts.joined(separator: " ").utf8) }
        let old = { (name: String) -> [UInt8] in
            [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1] + Array(name.utf8).flatMap { [$0, 0] as [UInt8] }
        }
        let table: [([UInt8], FileKind?)] = [
            (Array("%PDF-1.4".utf8), .pdf), ([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a], .png),
            ([0xff, 0xd8, 0xff, 0xe0], .jpeg), (packed("[Content_Types].xml", "word/document.xml"), .docx),
            (packed("[Content_Types].xml", "xl/workbook.xml"), .xlsx),
            (packed("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin"), nil),
            (packed("run.exe"), nil), (old("WordDocument"), .doc), (old("Workbook"), .xls),
            (old("Workbook_VBA_PROJECT"), nil), (Array("Größe,1\r\n".utf8), .text),
            (Array("Books,\"".utf8) + [0xa3] + Array("1,250\"\r\n".utf8), .windowsText), ([0x41, 0x81], nil),
            ([0xff, 0xfe, 0x41], nil),
            ([0x41, 0x00, 0x42], nil),
        ]
        for (content, kind) in table {
            let told = try? FileKind(of: content)
            #expect(told == kind)
        }
    }

    @Test func whatOfficesSendAndIsNotKeptIsNamedWithHowToSendIt() throws {
        let packed = { (part: String) -> [UInt8] in
            [0x50, 0x4b, 3, 4] + Array("[Content_Types].xml xl/workbook.xml \(part)".utf8)
        }
        let name: [UInt8] = Array("EncryptedPackage".utf8).flatMap { [$0, 0] }
        let wrapped: [UInt8] = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1] + name
        let table: [([UInt8], UnkeptFile)] = [
            ([0, 0, 0, 0x28] + Array("ftypheic\u{0}\u{0}\u{0}\u{0}mif1heic".utf8), .phonePhoto),
            ([0, 0, 0, 0x18] + Array("ftypmif1\u{0}\u{0}\u{0}\u{0}".utf8), .phonePhoto), (wrapped, .protected),
            (packed("xl/vbaProject.bin"), .macros), (packed("xl/macrosheets/sheet1.xml"), .macros),
            (Array("\r\n<html xmlns:x=\"urn:schemas-microsoft-com:office:excel\"><table>".utf8), .webPage),
            ([0xef, 0xbb, 0xbf] + Array("<TABLE border=1><tr><td>1</td></tr></TABLE>".utf8), .webPage),
            (Array("<?xml version=\"1.0\"?><?mso-application progid=\"Excel.Sheet\"?>".utf8), .webPage),
            (Array("<!DOCTYPE html><p>Caf".utf8) + [0xe9], .webPage),
            (Array("MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n".utf8), .webPage),
            ([0, 0, 0, 0x18] + Array("ftypisom".utf8) + [0, 0, 2, 0], .other),
        ]
        for (content, file) in table {
            var told: UnkeptFile?
            do { _ = try FileKind(of: content) } catch { told = error }
            #expect(told == file)
        }
        let sentences = Set(UnkeptFile.allCases.map(\.sentence))
        #expect(sentences.count == UnkeptFile.allCases.count)
        #expect(sentences.allSatisfy { $0.contains("end ") && !$0.contains("without macros") })
    }

    @Test(arguments: [
        ("report.pdf", "report.pdf"), ("C:\\Users\\x\\Visit notes.PDF", "Visit notes.PDF"),
        ("../../etc/passwd", "passwd.pdf"), ("run.exe", "run.exe.pdf"),
        ("a\"b\r\nSet-Cookie: x.pdf", "a-b--Set-Cookie- x.pdf"),
        ("...", "evidence.pdf"), ("", "evidence.pdf"), ("Größe.pdf", "Größe.pdf"), ("Gro\u{308}ße.pdf", "Größe.pdf"),
        ("photo\u{202E}fdp.exe", "photo-fdp.exe.pdf"), ("a\u{0}\u{1B}b.pdf", "a--b.pdf"), ("x\u{200D}y.pdf", "x-y.pdf"),
        ("e" + String(repeating: "\u{324}", count: 400) + ".pdf", "evidence.pdf"),
    ])
    func aNameIsSafeAndItsEndingFits(sent: String, kept: String) { #expect(FileKind.pdf.naming(sent) == kept) }
}
