import Kernel
import Markup
import PlanRules
import Site

/// The form that makes the trust's next edition.
struct ProFormaEditor: Sendable {
    let seen: SeenProForma
    let token: String
    let input: ProFormaInput
    var errors = FieldErrors()
    /// What somebody else published while this was written.
    var published: ProForma?

    private var proForma: ProForma { seen.proForma }

    var page: Page {
        Page(
            published == nil ? "The trust's edition" : "Two people changed this", section: .plans,
            crumbs: [
                Page.Crumb("Pro-formas", ProFormaLinks.library),
                Page.Crumb(proForma.name, ProFormaLinks.version(proForma.key, proForma.version)),
            ], errors: errors, body: "\(opening)\(form)")
    }

    private var opening: HTML {
        if let published { return ProFormaDifference(published: published, typed: input).html }
        return lede(
            "Made from version \(proForma.version). Publishing it changes what new plans begin with; plans under way keep theirs."
        )
    }

    private var form: HTML {
        postForm(
            ProFormaLinks.editions(proForma.key, proForma.version), token: token, makes: true,
            """
            <input type="hidden" name="known" value="\(seen.current.description)">\
            \(head)\(limits)\
            <h2>Outcomes of a priority</h2>\(Horizon.allCases.html(horizon))\
            <h2>What a priority is asked for</h2>\(ProFormaField.ofPriority.html(ask))\
            <h2>What an action is asked for</h2>\(ProFormaField.ofAction.html(ask))\
            \(buttonRow(button(published == nil ? "Publish for new plans" : "Publish mine as the next edition", .primary)))
            """)
    }

    private var head: HTML {
        """
        \(textField(FormField("name", "Name", errors: errors), value: input.name))\
        \(textArea(FormField("purpose", "What such a plan is for", errors: errors), value: input.purpose))\
        \(textArea(FormField("for", "Who writes it", errors: errors), value: input.audience, rows: 2))
        """
    }

    private var limits: HTML {
        """
        <h2>How much it holds</h2>\
        \(number("priorities", "Priorities at most", input.priorities))\
        \(number("actions", "Actions at most, in the whole plan", input.actions, hint: "Leave it empty for no limit."))\
        \(number("weeks", "School weeks it runs for", input.weeks, hint: "Leave it empty where the plan itself says."))\
        \(radioGroup(
            FormField("review", "How often its checks come round", hint: "A plan may say otherwise for a check.", errors: errors),
            choices: CheckRhythm.allCases.map { Choice($0.rawValue, $0.name) }, chosen: input.review))\
        \(checkbox(
            FormField("blockages", "List what stands in the way, with who removes it by when", errors: errors),
            isOn: input.hasBlockages))
        """
    }

    private func number(_ name: String, _ label: String, _ value: String, hint: String? = nil) -> HTML {
        textField(FormField(name, label, hint: hint, errors: errors), value: value, kind: .number, width: .short)
    }

    private func horizon(_ horizon: Horizon) -> HTML {
        let typed = input.horizon(horizon)
        func field(_ part: String, _ label: String) -> FormField {
            FormField(ProFormaInput.horizonField(horizon, part), label, errors: errors)
        }
        return """
            <section class="whole"><h3>\(horizon.name)</h3>\
            \(checkbox(field("asked", "Ask for an outcome in the \(horizon.name.lowercased())"), isOn: typed.isAsked))\
            \(textField(field("label", "Called"), value: typed.label, width: .half))\
            \(textField(field("by", "By when, in words"), value: typed.by, width: .half))\
            \(textArea(field("hint", "Hint"), value: typed.hint, rows: 2))</section>
            """
    }

    private func ask(_ asked: ProFormaField) -> HTML {
        let typed = input.field(asked)
        func field(_ part: String, _ label: String) -> FormField {
            FormField(ProFormaInput.askField(asked, part), label, errors: errors)
        }
        let need: HTML =
            asked.isAlwaysRequired
            ? "<p class=\"soft\">Always required.</p>"
            : selectField(
                field("need", "Asked for"), choices: FieldAsk.Need.allCases.map { Choice($0.rawValue, $0.name) },
                chosen: typed.need, nobody: nil)
        return """
            <section class="whole"><h3>\(asked.usualAsk.label)</h3>\
            \(textField(field("label", "Called"), value: typed.label, width: .half))\
            \(textArea(field("hint", "Hint"), value: typed.hint, rows: 3))\(need)</section>
            """
    }
}
