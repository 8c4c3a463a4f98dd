package import Kernel
package import Markup

/// How much a button asks for; one primary a page.
package enum ButtonLook: String, Sendable {
    case primary, quiet, link
    /// Ends something that cannot be brought back.
    case warning
}

/// A button that sends its form. Its words say what will happen: "Record check".
///
/// - Parameters:
///   - name: sent with `value` when this button was pressed, so that one form can end in several ways.
///   - key: pressed on the current card, it presses this button.
///   - action: where its form goes instead, as a page, when this button is pressed.
///   - makes: whether pressing it makes something, in a form that otherwise only saves; as of `postForm`.
package func button(
    _ words: String, _ look: ButtonLook = .quiet, name: String? = nil, value: String? = nil, key: String? = nil,
    to action: String? = nil, makes: Bool = false
) -> HTML {
    """
    <button class="\(look.rawValue)"\(.attribute("name", name))\(.attribute("value", value))\
    \(.when(makes, " name=\"\(onceField)\" value=\"\(HTML.drawn)\""))\
    \(.attribute("data-key", key))\(.attribute("formaction", action))\(.when(action != nil, " data-full"))>\(words)</button>
    """
}

/// Takes the school day that is offered in the place of a typed one: `Take Monday 4 January`.
///
/// - Parameter action: where it sends the form, unless the form says so.
package func takeButton(_ day: Day, name: String, value: String, to action: String? = nil) -> HTML {
    button("Take \(day.weekdayAndDay)", name: name, value: value, to: action)
}

/// A link that looks like a button, because it begins something.
package func linkButton(_ words: String, to address: String, _ look: ButtonLook = .quiet) -> HTML {
    "<a class=\"button \(look.rawValue)\" href=\"\(address)\">\(words)</a>"
}

/// A whole form of one button, for what is done at once: "Reveal both". It may stand among words, though not in a `p`.
package func postButton(
    _ words: String, to action: String, token: String, version: Int? = nil, _ look: ButtonLook = .quiet,
    makes: Bool = false
) -> HTML {
    postForm(action, token: token, marks: .inline, version: version, makes: makes, button(words, look))
}

/// Opens the linked page beside this one where there is room; without scripting, or on a phone, it is a link.
package func panelLink(_ words: String, to address: String) -> HTML {
    "<a href=\"\(address)\" data-panel>\(words)</a>"
}

/// The one line of a form's end: what to press, and what else may be done instead.
package func buttonRow(_ buttons: HTML) -> HTML { "<div class=\"buttons\">\(buttons)</div>" }
