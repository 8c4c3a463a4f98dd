import Kernel
import Markup
import PlanRules
import Site
import ToolRules

/// A look on its day: the words that were sealed when the plan went live on top, then what was found.
struct CheckPage: Sendable {
    let seen: SeenCheck
    let token: String
    /// What was typed and could not be taken.
    var form: CheckForm?
    var errors = FieldErrors()

    private var id: CheckID { seen.check.look.check.id }
    private var look: ImpactCheck { seen.check.look.check }
    private var planned: PlannedCheck { seen.check.planned }

    var page: Page {
        Page(
            "Check: \(planned.check.looked)", section: .plans, crumbs: crumbs, errors: errors,
            body: "\(sealed)\(lastTime(seen.lastTime, seen.today))\(found)\(recording)")
    }

    private var crumbs: [Page.Crumb] {
        [
            Page.Crumb("Plans", "/plans"),
            Page.Crumb(planned.plan.title, CheckLinks.plan(planned.plan.id, planned.check.subject)),
        ]
    }

    /// What the plan said beforehand.
    private var sealed: HTML {
        let who = seen.line.holder.map { "\($0), \(seen.line.seatName.lowercased())" } ?? "nobody: hand over"
        let how = planned.check.how.isEmpty ? [] : [SummaryRow("How", paragraphs(planned.check.how))]
        let signs = seen.signs.isEmpty ? [] : [SummaryRow(signsAre, signs)]
        return """
            <p class="soft">\(seen.line.placeName). What the plan said beforehand:</p>\
            \(summaryList(
                [SummaryRow("For", HTML(planned.subject))] + signs
                    + [SummaryRow("What is looked at", HTML(planned.check.looked))] + how + [SummaryRow("Who looks", HTML(who)), SummaryRow("When", when)]))
            """
    }

    private var signsAre: String {
        planned.check.subject.action == nil ? "How one will know" : "What we will see when it works"
    }

    private var signs: HTML {
        seen.signs.count == 1 ? paragraphs(seen.signs[0]) : "<ul>\(seen.signs.html { "<li>\($0)</li>" })</ul>"
    }

    private var when: HTML {
        let day: HTML = "\(look.due.long), on time until \(look.until.long)"
        switch look.standing(on: seen.today) {
        case .missed: return seen.check.look.calledOff == nil ? "\(day) \(tag("Missed", .problem))" : day
        case .doneLate: return "\(day) \(tag(look.lateness(in: seen.calendar) ?? "done late", .attention))"
        case .coming, .due, .done: return day
        }
    }

    private var found: HTML {
        if let day = seen.check.look.calledOff {
            return notice("This look was called off on \(day.long), because what it looked at had ended or moved.")
        }
        guard let result = look.result, let recorded = seen.check.recorded else { return .nothing }
        return """
            <h2>What was found</h2><p>\(result.rating.html) \
            <span class="soft">\(recorded.name), \(ageText(result.day, on: seen.today, saying: "recorded"))</span></p>\
            \(paragraphs(result.finding))\(answer(result))\(EvidenceList(check: id, kept: seen.evidence, today: seen.today).html)
            """
    }

    private func answer(_ result: CheckResult) -> HTML {
        guard let response = result.response else { return .nothing }
        let next = response.nextLook.map { ". The next look is on \($0.long)" } ?? ""
        let words = response.words.isEmpty ? "" : ": \(response.words)"
        return "<p><b>\(response.kind.name)</b>\(words)\(next)</p>"
    }

    private var recording: HTML {
        if look.result != nil { return seen.mayCorrect ? correction : .nothing }
        guard seen.mayRecord, seen.check.look.calledOff == nil, seen.check.look.isOpen else { return .nothing }
        if let opens = seen.check.look.opens(in: seen.calendar), seen.today < opens {
            return notice("What is found can be recorded from \(opens.long) on.")
        }
        return "<h2>On the day</h2>\(whole("Record check", form ?? CheckForm(version: seen.check.look.version)))"
    }

    /// On the same day; the history keeps both.
    private var correction: HTML {
        guard let result = look.result, let recorded = seen.check.recorded else { return .nothing }
        let kept = CheckForm(result, version: recorded.version)
        return disclosure(
            "Correct what you recorded today", isOpen: form != nil, whole("Save the correction", form ?? kept))
    }

    private func whole(_ words: String, _ form: CheckForm) -> HTML {
        let fields = CheckFields(form: form, offered: offered(form), errors: errors)
        return postForm(
            CheckLinks.look(id), token: token, marks: .upload,
            """
            \(fields.hidden)\(.when(fields.offered != nil, pressedByEnter(words)))\
            \(fields.finding(rows: 4))\(fields.rating)\(fields.evidence(takesFile: true))\
            \(fields.response)\(buttonRow(button(words, .primary)))
            """)
    }

    /// The school day that can be taken in one press, where the typed one is none.
    private func offered(_ form: CheckForm) -> Day? {
        guard errors.sentence(for: "next") != nil, let day = form.typedNext, day > seen.today,
            seen.calendar.isSchoolDay(day) == false
        else { return nil }
        return seen.calendar.schoolDay(onOrAfter: day)
    }
}

/// What was seen, with its age, its link and its file.
struct EvidenceList: Sendable {
    let check: CheckID
    let kept: [KeptEvidence]
    let today: Day

    var html: HTML {
        guard !kept.isEmpty else { return .nothing }
        return "<h3>Evidence</h3><ul>\(kept.html { "<li>\(line($0))</li>" })</ul>"
    }

    private func line(_ one: KeptEvidence) -> HTML {
        let link: HTML = .when(!one.link.isEmpty, "<br><a href=\"\(one.link)\" rel=\"noreferrer\">\(one.link)</a>")
        let file: HTML =
            one.file.map { file in
                "<br><a href=\"\(CheckLinks.file(check, file.id))\" download>\(file.name)</a> <span class=\"soft\">\(size(file.bytes))</span>"
            } ?? .nothing
        return """
            <b>\(one.kind.name)</b>, \(ageText(one.seen, on: today, saying: "seen"))\
            \(.when(!one.note.isEmpty, "<br>\(one.note)"))\(link)\(file)
            """
    }

    private func size(_ bytes: Int) -> String {
        bytes < 1_000_000 ? "\(max(1, bytes / 1_000)) KB" : "\(bytes / 1_000_000).\(bytes / 100_000 % 10) MB"
    }
}
