package import Kernel
package import Markup

/// What a control says about itself: its label, a hint, and what was wrong with what was typed.
package struct FormField: Sendable {
    package let name: String
    package let label: String
    package let hint: String?
    package let error: String?
    /// Unique on the page; the error summary links to it.
    package let id: String
    package let isOptional: Bool
    /// The label is read out and not shown, where the place says it already.
    package let isLabelHidden: Bool

    package init(
        _ name: String, _ label: String, hint: String? = nil, errors: FieldErrors = FieldErrors(), id: String? = nil,
        isOptional: Bool = false, isLabelHidden: Bool = false
    ) {
        self.name = name
        self.label = label
        self.hint = hint
        self.error = errors.sentence(for: name)
        self.id = id ?? name
        self.isOptional = isOptional
        self.isLabelHidden = isLabelHidden
    }

    /// Ids of what explains the control, for `aria-describedby`.
    var descriptions: String? {
        let ids = [hint.map { _ in "\(id)-hint" }, error.map { _ in "\(id)-error" }].compactMap { $0 }
        return ids.isEmpty ? nil : ids.joined(separator: " ")
    }

    /// Id, name and explanations of a control.
    var attributes: HTML { " id=\"\(id)\" name=\"\(name)\"\(explanations)" }

    var explanations: HTML {
        "\(.attribute("aria-describedby", descriptions))\(.when(error != nil, " aria-invalid=\"true\""))"
    }

    /// `label` around the words of a single control.
    func wrapping(_ control: HTML) -> HTML {
        """
        <div class="field" data-field="\(name)"><label for="\(id)"\(.when(isLabelHidden, " class=\"vh\""))>\(words)</label>\
        \(explanation)\(control)</div>
        """
    }

    /// `fieldset` around several controls that answer one question.
    func grouping(_ controls: HTML, isError: Bool = false) -> HTML {
        """
        <fieldset class="field" data-field="\(name)" id="\(id)" tabindex="-1"\(.attribute("aria-describedby", descriptions))>\
        <legend\(.when(isLabelHidden, " class=\"vh\""))>\(words)</legend>\(explanation)\(controls)</fieldset>
        """
    }

    private var words: HTML { "\(label)\(.when(isOptional, " <span class=\"soft\">(optional)</span>"))" }

    private var explanation: HTML {
        let hint = hint.map { "<p class=\"hint\" id=\"\(id)-hint\">\($0)</p>" as HTML }
        let error = error.map {
            "<p class=\"error\" id=\"\(id)-error\"><span class=\"vh\">Error: </span>\($0)</p>" as HTML
        }
        return "\(hint)\(error)"
    }
}

package enum TextKind: String, Sendable {
    case text, email, password, search, date, url
    /// Figures typed as text: no spinner, and a phone shows digits.
    case number
    case oneTimeCode = "one-time-code"
}

/// How long an answer is expected to be.
package enum FieldWidth: String, Sendable { case full, half, short }

/// - Parameter autocomplete: one of HTML's tokens, such as `username` or `new-password`.
package func textField(
    _ field: FormField, value: String = "", kind: TextKind = .text, autocomplete: String? = nil,
    width: FieldWidth = .full
) -> HTML {
    let isFigures = kind == .number || kind == .oneTimeCode
    return field.wrapping(
        """
        <input class="\(width.rawValue)" type="\(isFigures ? "text" : kind.rawValue)"\(field.attributes)\
        \(.attribute("value", kind == .password ? nil : value.onOneLine))\
        \(.attribute("inputmode", isFigures ? "numeric" : nil))\
        \(.attribute("autocomplete", autocomplete ?? (kind == .oneTimeCode ? kind.rawValue : nil)))\
        \(.when(kind == .email, " spellcheck=\"false\""))\(.when([.text, .search].contains(kind), " dir=\"auto\""))>
        """)
}

extension String {
    /// A browser drops the line ends of what stands in a field of one line, and the words beside them would run together.
    fileprivate var onOneLine: String {
        let lines = printable
        return lines.utf8.contains(UInt8(ascii: "\n")) ? lines.replacing("\n", with: " ") : lines
    }
}

/// Grows with what is typed, each paragraph in its own direction. The line end after the tag keeps a first empty line of
/// the text. No field has a `maxlength`: browsers count that in halves of an emoji and cut without a word.
package func textArea(_ field: FormField, value: String = "", rows: Int = 3) -> HTML {
    field.wrapping("<textarea rows=\"\(rows)\"\(field.attributes) dir=\"auto\">\n\(value)</textarea>")
}

/// - Parameter accept: file types as the browser's chooser takes them: `.csv,text/csv`.
package func fileField(_ field: FormField, accept: String) -> HTML {
    field.wrapping("<input type=\"file\" accept=\"\(accept)\"\(field.attributes)>")
}
