package import Kernel
package import Markup
package import PlanRules
package import Site

/// A look that waits, done in place: one line of finding, how well it works, and what follows where it does not.
///
/// - Parameter back: the page that it stands on, to which its answer leads.
package func checkCard(_ line: CheckLine, token: String, back: String, today: Day) -> HTML {
    let fields = CheckFields(form: CheckForm(version: line.version, back: back), prefix: "\(line.id)-")
    return """
        <div class="in-place">\(meant(line))\(lastTime(line.lastTime, today))\(postForm(
            CheckLinks.result(line.id), token: token,
            """
            \(fields.hidden)\(fields.shortFinding)\(fields.rating)\(fields.response)\
            \(buttonRow("\(button("Record check", .primary)) <a href=\"\(CheckLinks.check(line.id))\">With evidence</a>"))
            """))</div>
        """
}

/// A look that waits, on a page whose other fields are of the same form; it has no form of its own.
///
/// - Parameters:
///   - card: what the ids of the fields begin with, and before a full stop their names.
///   - typed: the fields as they were typed, without what their names begin with.
///   - action: where its button sends the form.
package func checkEntry(
    _ line: CheckLine, card: String, typed: Form, errors: FieldErrors, to action: String, today: Day
) -> HTML {
    var form = CheckForm(typed)
    form.version = String(line.version)
    let fields = CheckFields(form: form, errors: errors, prefix: "\(card)-", names: "\(card).")
    return """
        <div class="in-place">\(meant(line))\(lastTime(line.lastTime, today))\(fields.hidden)\(fields.shortFinding)\
        \(fields.rating)\(fields.response)\(buttonRow(
            "\(button("Record check", to: action)) <a href=\"\(CheckLinks.check(line.id))\">With evidence</a>"))</div>
        """
}

/// Records a look as it was typed into a `checkEntry`.
///
/// - Throws: what `recordImpactCheck` throws.
package func recordCheck(_ form: Form, of id: CheckID, on visit: SignedIn) async throws {
    let input = try CheckForm(form).input(file: nil)
    _ = try await recordImpactCheck(input, of: id, by: visit.actor, in: visit.database)
}

/// What the plan said beforehand: what it is for, and what will be seen when it works.
private func meant(_ line: CheckLine) -> HTML {
    """
    <p class="soft">The look of \(line.look.due.long). \(line.planTitle): \(line.subject)\(.when(!line.sign.isEmpty, "<br>When it works: \(line.sign)"))</p>
    """
}

/// What was found before, and what was to be different since.
func lastTime(_ last: LastTime?, _ today: Day) -> HTML {
    guard let result = last?.result else { return .nothing }
    let answer: HTML =
        result.response.map { response in
            let words: HTML = .when(!response.words.isEmpty, ": \(response.words)")
            return "<br><b>\(response.kind.name)</b>\(words)"
        } ?? .nothing
    return """
        <p class="soft">Last time, \(ageText(result.day, on: today)): \(result.rating.html) \(result.finding)\(answer)</p>
        """
}

/// How a look that waits stands: the day with its age, and a mark when it was missed.
func standingTag(_ look: Look, _ today: Day) -> HTML {
    if today > look.until { return "\(tag("Missed", .problem)) \(ageText(look.due, on: today, saying: "was due"))" }
    return ageText(look.due, on: today, saying: "due")
}
