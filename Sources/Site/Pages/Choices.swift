package import Markup

package struct Choice: Sendable {
    package let value: String
    package let label: String
    package let hint: String?

    package init(_ value: String, _ label: String, hint: String? = nil) {
        self.value = value
        self.label = label
        self.hint = hint
    }
}

/// - Parameter nobody: what the first, empty line says; nil when there is always an answer.
package func selectField(_ field: FormField, choices: [Choice], chosen: String?, nobody: String? = "Choose") -> HTML {
    let empty: HTML = nobody.map { "<option value=\"\">\($0)</option>" } ?? .nothing
    let options: HTML = choices.html {
        "<option value=\"\($0.value)\"\(.when($0.value == chosen, " selected"))>\($0.label)</option>"
    }
    return field.wrapping("<select\(field.attributes)>\(empty)\(options)</select>")
}

/// One answer of a few, all in sight.
package func radioGroup(_ field: FormField, choices: [Choice], chosen: String?) -> HTML {
    field.grouping(
        choices.enumerated().html { index, choice in
            option(choice, kind: "radio", field: field, index: index, isOn: choice.value == chosen)
        })
}

/// Any number of answers; each is sent under the field's name.
package func checkboxGroup(_ field: FormField, choices: [Choice], chosen: Set<String>) -> HTML {
    field.grouping(
        choices.enumerated().html { index, choice in
            option(choice, kind: "checkbox", field: field, index: index, isOn: chosen.contains(choice.value))
        })
}

/// One thing that is so or is not; nothing is sent when it is not.
package func checkbox(_ field: FormField, isOn: Bool, value: String = "yes") -> HTML {
    """
    <div class="field" data-field="\(field.name)"><div class="option"><input type="checkbox" value="\(value)"\
    \(field.attributes)\(.when(isOn, " checked"))><label for="\(field.id)">\(field.label)</label>\
    \(field.hint.map { "<p class=\"hint\" id=\"\(field.id)-hint\">\($0)</p>" } ?? .nothing)\
    \(field.error.map { "<p class=\"error\" id=\"\(field.id)-error\">\($0)</p>" } ?? .nothing)</div></div>
    """
}

private func option(_ choice: Choice, kind: String, field: FormField, index: Int, isOn: Bool) -> HTML {
    let id = "\(field.id)-\(index + 1)"
    let describedBy = choice.hint.map { _ in "\(id)-hint" }
    return """
        <div class="option"><input type="\(kind)" id="\(id)" name="\(field.name)" value="\(choice.value)"\
        \(.attribute("aria-describedby", describedBy))\(.when(isOn, " checked"))><label for="\(id)">\(choice.label)</label>\
        \(choice.hint.map { "<p class=\"hint\" id=\"\(id)-hint\">\($0)</p>" } ?? .nothing)</div>
        """
}

/// The levels of a scale side by side, each with its number and word; the digits are keys on a live card.
///
/// - Parameter chosen: the number of the level chosen.
package func levelChoice(_ field: FormField, levels: [LevelMark], chosen: Int?) -> HTML {
    let options: HTML = levels.html { level in
        """
        <label class="level \(Tone.name(level.tone))"><input type="radio" name="\(field.name)" \
        value="\(level.number)" data-key="\(level.number)"\
        \(.when(level.number == chosen, " checked"))><span><b>\(level.number)</b> \(level.word)</span></label>
        """
    }
    return field.grouping("<div class=\"levels\">\(options)</div>")
}

/// Words with a colour each, side by side or, on a phone, one below the other.
///
/// - Parameter chosen: the value of the one chosen.
package func tonedChoice(_ field: FormField, choices: [(choice: Choice, tone: TagTone)], chosen: String) -> HTML {
    let options: HTML = choices.html { choice, tone in
        """
        <label class="level \(tone.rawValue)"><input type="radio" name="\(field.name)" value="\(choice.value)"\
        \(.when(choice.value == chosen, " checked"))><span>\(choice.label)</span></label>
        """
    }
    return field.grouping("<div class=\"levels toned\">\(options)</div>")
}
