import HTTPTypes
import Kernel
import Markup
import People
import PlanRules
import Site

/// A blockage as it was typed.
struct BlockageForm: PartForm {
    let words: String
    let remover: String
    let by: TypedDay

    init(_ blockage: Blockage? = nil) {
        (words, remover, by) = (blockage?.words ?? "", blockage?.remover.text ?? "", TypedDay(blockage?.by))
    }

    init(_ form: Form) {
        (words, remover, by) = (form.text("words"), form.text("remover"), TypedDay(form, "by"))
    }

    /// A day that cannot be read is noted at its field.
    func input(version: Int = 0) -> BlockageInput {
        var errors = FieldErrors()
        let day = by.read("by", &errors)
        return BlockageInput(words: words, remover: SeatID(remover), by: day, version: version, misread: errors)
    }

    func fields(_ writing: PlanWriting, _ errors: FieldErrors) -> HTML {
        """
        \(textArea(FormField("words", "What stands in the way", errors: errors), value: words, rows: 2))\
        \(seatField(
            FormField("remover", "Who removes it", errors: errors), writing, chosen: remover, keeping: SeatID(remover)))\
        \(dayField(FormField("by", "By when", errors: errors), by, in: writing.days))
        """
    }

    func lines(_ writing: PlanWriting) -> [(label: String, text: String)] {
        let seat = SeatID(remover).flatMap { id in writing.seats.first { $0.id == id } }
        return [
            ("What stands in the way", words), ("Who removes it", seat.map(seatLabel) ?? ""),
            ("By when", by.day?.long ?? by.text),
        ].filter { !$0.1.isEmpty }
    }
}

/// The routes of blockages.
func blockageRoutes(_ routes: inout Routes) {
    routes.get("/plans/:plan/blockages/new", .signedIn) { visit in
        .page(newPage(visit, try await visit.writing(), BlockageForm()).page)
    }
    routes.post("/plans/:plan/blockages", .signedIn) { visit in
        let plan: PlanID = try visit.id("plan")
        let form = BlockageForm(visit.form)
        let page = newPage(visit, try await visit.writing(), form)
        return try await save(page, refusedAt: "words", reading: visit.writing) {
            _ = try await addBlockage(form.input(), to: plan, by: visit.actor, in: visit.database)
            return PlanLinks.plan(plan) + "#blockages"
        }
    }
    routes.get("/plans/:plan/blockages/:blockage", .signedIn) { visit in
        .page(try changePage(visit, try await visit.writing()).page)
    }
    routes.post("/plans/:plan/blockages/:blockage", .signedIn, revise)
    routes.get("/plans/:plan/blockages/:blockage/clearing", .signedIn) { visit in
        .page(try await clearingPage(visit).page)
    }
    routes.post("/plans/:plan/blockages/:blockage/clearing", .signedIn, clear)
}

private func revise(_ visit: SignedIn) async throws -> Answer {
    let plan: PlanID = try visit.id("plan")
    let id: BlockageID = try visit.id("blockage")
    let form = BlockageForm(visit.form)
    var page = try changePage(visit, try await visit.writing())
    (page.form, page.version) = (form, visit.form.version)
    let kept = { (writing: PlanWriting) in
        let saved = try writing.written.blockage(id)
        return (BlockageForm(saved) as any PartForm, version: saved.version)
    }
    return try await save(page, refusedAt: "words", kept: kept, reading: visit.writing) {
        try await reviseBlockage(
            id, form.input(version: visit.form.version), of: plan, by: visit.actor, in: visit.database)
        return PlanLinks.plan(plan) + "#blockages"
    }
}

private func clear(_ visit: SignedIn) async throws -> Answer {
    let plan: PlanID = try visit.id("plan")
    let words = visit.form.text("cleared")
    do {
        try await clearBlockage(
            visit.id("blockage"), words: words, version: visit.form.version, of: plan, by: visit.actor,
            in: visit.database)
    } catch Refusal.invalid(let errors) {
        var page = try await clearingPage(visit)
        (page.words, page.errors) = (words, errors)
        return .page(page.page, status: .unprocessableContent)
    }
    return visit.done(.cleared, seenAt: PlanLinks.plan(plan), otherwise: PlanLinks.plan(plan) + "#blockages")
}

private func newPage(_ visit: SignedIn, _ writing: PlanWriting, _ form: BlockageForm) -> PartPage {
    PartPage(
        title: "A blockage", writing: writing, action: PlanLinks.blockages(writing.plan.id), form: form,
        token: visit.formToken, button: "Add the blockage",
        asking: "What stands in the way of this plan, and who takes it away by when.")
}

private func changePage(_ visit: SignedIn, _ writing: PlanWriting) throws -> PartPage {
    let blockage = try writing.written.blockage(visit.id("blockage"))
    return PartPage(
        title: "Change a blockage", writing: writing, action: PlanLinks.blockage(writing.plan.id, blockage.id),
        form: BlockageForm(blockage), version: blockage.version, token: visit.formToken,
        below: postForm(
            PlanLinks.removals(writing.plan.id), token: visit.formToken,
            """
            <input type="hidden" name="part" value="\(PlanPart.blockage(blockage.id).text)">\
            \(button("Remove this blockage", .link))
            """))
}

private func clearingPage(_ visit: SignedIn) async throws -> ClearingPage {
    let (opened, blockage) = try await readClearing(
        of: visit.id("blockage"), in: visit.id("plan"), for: visit.actor, in: visit.database)
    return ClearingPage(opened: opened, blockage: blockage, token: visit.formToken)
}

/// Says that a blockage is gone.
struct ClearingPage: Sendable {
    let opened: OpenedPlan
    let blockage: Blockage
    let token: String
    var words = ""
    var errors = FieldErrors()

    var page: Page {
        Page(
            "A blockage is cleared", section: .plans, crumbs: planCrumbs(opened), errors: errors,
            body: """
                \(lede(blockage.words))\(clearingForm(opened.id, blockage, token: token, words: words, errors: errors))
                """)
    }
}

/// - Parameter back: where the answer leads; the plan when nil.
func clearingForm(
    _ plan: PlanID, _ blockage: Blockage, token: String, words: String = "", errors: FieldErrors = FieldErrors(),
    back: String? = nil
) -> HTML {
    postForm(
        PlanLinks.clearing(plan, blockage.id), token: token, version: blockage.version,
        """
        \(back.map { "<input type=\"hidden\" name=\"back\" value=\"\($0)\">" } ?? .nothing)\
        \(textArea(
            FormField("cleared", "How it was cleared", errors: errors, id: "cleared-\(blockage.id)"), value: words,
            rows: 2))\
        \(buttonRow(button("Say that it is cleared", .primary)))
        """)
}
