package import Kernel
package import Markup

/// The hidden field that proves that a form came from a page of ours.
package let formTokenField = "form-token"

/// The hidden field with the id of a form that makes something.
package let onceField = "once"

/// What sets a form apart from one that is filled in and sent.
package enum FormMarks: Sendable {
    case plain
    /// Saved as it is filled in; stands in a live card.
    case autosave
    /// A button among words.
    case inline
    /// Carries a file.
    case upload
    /// Ends the session, and with it what this device keeps for the reader.
    case signOut
}

/// A form that changes something. Fields are checked by the server alone, so that every refusal has the same face.
///
/// Firefox brings back what was typed before a page was loaded anew, hidden fields too: old words beside a newer version,
/// or an id that was used. `autocomplete="off"` keeps it from that; fields that it may fill in say so themselves.
///
/// - Parameters:
///   - version: of the thing as it was read, so that a save over somebody else's is noticed.
///   - isClosed: whether what is written in it is for few people, so that nothing of it stays on the device.
///   - makes: whether it makes something. It then carries an id drawn with the page, and sent again it leads to what was
///     made at first (`OnceDatabase`).
package func postForm(
    _ action: String, token: String, marks: FormMarks = .plain, version: Int? = nil, makes: Bool = false,
    isClosed: Bool = false, _ body: HTML
) -> HTML {
    """
    <form method="post" action="\(action)" novalidate autocomplete="off"\(attributes(marks))\
    \(.when(isClosed, " data-closed"))>\
    <input type="hidden" name="\(formTokenField)" value="\(token)">\
    \(version.map { "<input type=\"hidden\" name=\"version\" value=\"\($0)\">" } ?? .nothing)\
    \(.when(makes, "<input type=\"hidden\" name=\"\(onceField)\" value=\"\(HTML.drawn)\">"))\(body)</form>
    """
}

private func attributes(_ marks: FormMarks) -> HTML {
    switch marks {
    case .plain: .nothing
    case .autosave: " data-autosave"
    case .inline: " class=\"inline\""
    case .upload: " enctype=\"multipart/form-data\""
    case .signOut: " class=\"inline\" data-sign-out"
    }
}

/// A form that asks for a page: filters, a search. Its answers stand in the address.
package func getForm(_ action: String, _ body: HTML) -> HTML {
    "<form class=\"filter\" method=\"get\" action=\"\(action)\" novalidate>\(body)</form>"
}

/// The end of a form that saves itself: a button for browsers without scripting, and when it was last saved.
///
/// - Parameter also: other ways to end the form, such as leaving the statement until next time.
package func saveLine(_ words: String = "Save", status: String? = nil, also: HTML = .nothing) -> HTML {
    """
    <div class="buttons save"><button class="quiet" data-save>\(words)</button>\(also)\
    <span class="status" role="status" data-status>\(status ?? "")</span></div>
    """
}

/// The status of something that is safe: `Saved 09:31`, and on a later day `Saved 17 November 2026, 09:31`.
///
/// - Parameter today: nil where it was saved just now.
package func savedAt(_ moment: Instant, on today: Day? = nil) -> String {
    guard let today, moment.day != today else { return "Saved \(moment.clock)" }
    return "Saved \(moment.day.long), \(moment.clock)"
}

/// What is wrong and where, at the top of the page; nothing when nothing is. The frame prints it from `Page.errors`.
package func errorSummary(_ errors: FieldErrors) -> HTML {
    guard !errors.isEmpty else { return .nothing }
    return """
        <div class="problems" role="alert" tabindex="-1" data-problems><h2>There is a problem</h2><ul>\
        \(errors.all.html { "<li><a href=\"#\($0.field)\">\($0.sentence)</a></li>" })</ul></div>
        """
}
