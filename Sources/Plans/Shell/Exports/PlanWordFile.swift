import Foundation
import Kernel
import Markup
package import PlanRules
import Programs

/// The plan as a Word file that can be edited, with real headings and tables. Made by pandoc from the same page that is
/// printed.
///
/// Pandoc is given nothing but that page, on its standard input: every typed word is escaped text in it, so there is no
/// picture or file for pandoc to fetch. (`--sandbox` would say so once more, and the pandoc of Debian 12 cannot write
/// Word files in it.)
///
/// - Parameters:
///   - path: the folders in which programs are looked for.
///   - seconds: after which it is given up.
/// - Throws: `Refusal.conflict` with a sentence when pandoc is missing, slow or fails, and when too many wait for it;
///   `CancellationError`.
package func planWordFile(
    _ document: PlanDocument, path: String = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin",
    seconds: Int = 60
) async throws -> [UInt8] {
    let page = PlanView(document).wordPage.bytes
    guard let pandoc = Program.find("pandoc", in: path.split(separator: ":").map(String.init)) else {
        throw Refusal.conflict(
            "Word files are made by the program pandoc, which is not installed where Termwise runs. The spreadsheet and the "
                + "printed plan do not need it.")
    }
    // One at a time, because each takes memory.
    return try await wordFiles.inTurn { try await pandoc.wordFile(of: page, path: path, seconds: seconds) }
}

private let wordFiles = Turns(
    atMost: 20, refusal: "Many Word files are being made just now. Try again in a minute, or take the spreadsheet.")

extension Program {
    fileprivate func wordFile(of page: [UInt8], path: String, seconds: Int) async throws -> [UInt8] {
        try await withOwnFolder { folder in
            let (input, file) = (folder.appendingPathComponent("plan.html"), folder.appendingPathComponent("plan.docx"))
            try Data(page).write(to: input)
            let arguments = ["--from=html", "--to=docx", "--output=\(file.path)", "+RTS", "-M512M", "-RTS"]
            do {
                let answer = try await run(
                    arguments, in: .only(["LANG": "C.UTF-8", "PATH": path, "HOME": "/nonexistent"]), input: input.path,
                    seconds: seconds)
                guard answer.isGood else { throw notMade }
                return [UInt8](try Data(contentsOf: file))
            } catch ProgramFault.tookTooLong {
                throw Refusal.conflict(
                    "Making the Word file took too long and was given up. Try again, or take the spreadsheet.")
            } catch let error where !(error is CancellationError) {
                throw notMade
            }
        }
    }

    private var notMade: Refusal {
        .conflict("The Word file could not be made. The spreadsheet and the printed plan hold the same words.")
    }
}
