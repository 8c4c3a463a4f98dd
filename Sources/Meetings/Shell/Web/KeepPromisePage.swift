import Kernel
import Markup
import MeetingRules
import Site

/// A promise that could not be kept in place on Today, with what was typed.
struct KeepPromisePage: Sendable {
    let promise: Promise
    let form: Form
    let token: String
    let errors: FieldErrors

    var page: Page {
        Page(
            promise.words, section: .today, crumbs: [Page.Crumb("Today", "/")], errors: errors,
            body: promise.ended == nil ? again : over)
    }

    private var again: HTML {
        postForm(
            MeetingLinks.kept(promise.id), token: token, version: promise.version, isClosed: true,
            """
            <input type="hidden" name="back" value="\(form.text("back"))"><p>Promised by \(promise.by.long).</p>\
            \(textField(FormField("words", "A word on it", errors: errors, isOptional: true), value: form.text("words")))\
            \(buttonRow(button("Kept", .primary)))
            """)
    }

    private var over: HTML {
        let words = form.text("words")
        return """
            \(errors.all.html { "<p id=\"\($0.field)\" tabindex=\"-1\">\($0.sentence)</p>" })\
            \(.when(!words.isEmpty, "<h2>What you wrote</h2><p class=\"typed\">\(words)</p>"))
            """
    }
}
