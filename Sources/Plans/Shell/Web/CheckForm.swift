import Foundation
import Kernel
import PlanRules
import SchoolRules
import Site
import ToolRules

/// What was found on a look, as it was typed. Keeps every word, so that a refused form comes back whole.
struct CheckForm: Sendable {
    var finding = ""
    var rating = ""
    var response = ""
    var words = ""
    var next = ""
    var kind = ""
    var seen = ""
    var note = ""
    var link = ""
    var version = ""
    /// Where the form was, and where its answer leads: a page of ours, or nothing.
    var back = ""
    /// Whether it corrects what is recorded already.
    var isCorrection = false

    /// An empty form for a look of that version.
    init(version: Int, back: String = "") {
        self.version = String(version)
        self.back = back
    }

    init(_ form: Form) {
        finding = form.text("finding")
        rating = form.text("rating")
        response = form.text("response")
        words = form.text("words")
        // The button that offers the next school day sends it under a name of its own.
        next = form.has("instead") ? form.text("instead") : form.text("next")
        kind = form.text("kind")
        seen = form.text("seen")
        note = form.text("note")
        link = form.text("link")
        version = form.text("version")
        back = form.text("back")
        isCorrection = form.has("correcting")
    }

    /// What is kept, to be corrected.
    init(_ result: CheckResult, version: Int) {
        self.init(version: version)
        isCorrection = true
        finding = result.finding
        rating = result.rating.rawValue
        response = result.response?.kind.rawValue ?? ""
        words = result.response?.words ?? ""
        next = result.response?.nextLook?.description ?? ""
    }

    /// - Throws: `Refusal.invalid` at `next` and `seen` for what is no day, and for a version that is no number.
    func input(file: FileSent?) throws -> CheckInput {
        var errors = FieldErrors()
        let nextLook = response == ResponseKind.tooEarly.rawValue ? errors.writtenDay(next, at: "next") : nil
        let seenOn = errors.writtenDay(seen, at: "seen")
        if Int(written: version) == nil {
            errors.add("finding", "Reload the page: it does not say what it was made from.")
        }
        try errors.check()
        let evidence = EvidenceInput(
            kind: EvidenceKind(rawValue: kind), seen: seenOn, note: note, link: link, file: file)
        return CheckInput(
            finding: finding, rating: Rating(rawValue: rating), response: ResponseKind(rawValue: response),
            words: words, nextLook: nextLook, evidence: evidence, version: Int(written: version) ?? 0)
    }

    var typedNext: Day? { (try? WrittenDay.read(next)) }
}

extension FieldErrors {
    /// The day that was typed; nil for nothing, and for what is no day, which is then noted at `field`.
    mutating func writtenDay(_ text: String, at field: String) -> Day? {
        text.isEmpty ? nil : day(text, at: field, nil)
    }
}

extension Upload {
    /// As the rules look at it; what is too large is not read.
    var sent: FileSent {
        let content = size <= FileSent.largest ? FileManager.default.contents(atPath: path) : nil
        return FileSent(name: name, bytes: size, content: content.map { [UInt8]($0) })
    }
}

extension SignedIn {
    /// The file of the form; nil when none was chosen, which browsers send as a file without a name.
    var fileSent: FileSent? { uploads.first { $0.field == "file" && !($0.name.isEmpty && $0.size == 0) }?.sent }
}
