package import Database
import EvaluationRules
package import Evaluations
package import Kernel
package import PlanRules
import Schools

/// A page of the list of plans.
package struct PlanList: Sendable {
    package let lines: [PlanLine]
    /// How many the filters leave, on all pages.
    package let count: Int
    /// The schools that the list can be narrowed to.
    package let schools: [School]
    /// Whether the reader writes plans anywhere.
    package let mayWrite: Bool
    package let today: Day

    package struct School: Hashable, Sendable {
        package let id: SchoolID
        package let name: String

        package init(id: SchoolID, name: String) { (self.id, self.name) = (id, name) }
    }

    package init(lines: [PlanLine], count: Int, schools: [School], mayWrite: Bool, today: Day) {
        (self.lines, self.count, self.schools) = (lines, count, schools)
        (self.mayWrite, self.today) = (mayWrite, today)
    }
}

/// The plans that a person may see, in three queries.
package func listPlans(
    _ wanted: PlansWanted, for actor: Actor, in database: any Database
) async throws -> PlanList {
    try await database.read { tx in
        let (lines, count) = try tx.planLines(wanted, for: actor)
        let schools = try tx.calendarSchoolNames(actor.visible(on: tx.today))
        let mayWrite = actor.posts.contains { plansFor(actor, at: $0.place) }
        return PlanList(lines: lines, count: count, schools: schools, mayWrite: mayWrite, today: tx.today)
    }
}

extension Reading {
    fileprivate func calendarSchoolNames(_ visible: Visible) throws -> [PlanList.School] {
        try rows("SELECT s.id, s.name FROM school s WHERE \(visible.school("s.id")) ORDER BY lower(s.name), s.id") {
            PlanList.School(id: try $0[0], name: try $0[1])
        }
    }
}

/// What the page that begins a plan offers.
package struct DraftChoices: Sendable {
    package struct Spot: Hashable, Sendable {
        package let place: Place
        package let name: String

        package init(place: Place, name: String) { (self.place, self.name) = (place, name) }
    }

    /// Where this person writes plans.
    package let places: [Spot]
    /// Those that one of the places can have.
    package let proFormas: [ProForma]
    /// Of the calendar of the place in question.
    package let calendar: SchoolCalendar
    package let windows: [Window]
    /// The statements that were picked, and the place they were judged at.
    package let picked: [SourceStatement]
    package let pickedPlace: Place?
    /// What was agreed last at the place in question, where nothing was picked yet.
    package let judged: [FinishedEvaluation]
    package let today: Day

    package init(
        places: [Spot], proFormas: [ProForma], calendar: SchoolCalendar, windows: [Window], picked: [SourceStatement],
        pickedPlace: Place?, judged: [FinishedEvaluation] = [], today: Day
    ) {
        self.judged = judged
        (self.places, self.proFormas, self.calendar, self.windows) = (places, proFormas, calendar, windows)
        (self.picked, self.pickedPlace, self.today) = (picked, pickedPlace, today)
    }
}

/// - Parameters:
///   - place: whose calendar the days come from; that of the picked statements, or the trust's, when nil.
///   - picked: from an evaluation's sheet.
/// - Throws: `forbidden` to people who write plans nowhere; `notFound` for an evaluation that they cannot see.
package func draftChoices(
    for actor: Actor, at place: Place?, picked: PickedStatements?, in database: any Database
) async throws -> DraftChoices {
    try await database.read { tx in
        let visible = actor.visible(on: tx.today)
        var places = try tx.spots(visible).filter { plansFor(actor, at: $0.place) }
            .map { DraftChoices.Spot(place: $0.place, name: $0.name) }
        if plansFor(actor, at: .trust) {
            places.insert(DraftChoices.Spot(place: .trust, name: "The whole trust"), at: 0)
        }
        guard !places.isEmpty else {
            throw Refusal.forbidden("Leaders of a school, its liaison and the trust's advisers write plans.")
        }
        let judgedAt = try picked.map { picked in
            let evaluation = try tx.evaluation(picked.evaluation).evaluation
            _ = try MaySeeEvaluation(actor, evaluation)
            return evaluation.place
        }
        let calendar = try tx.calendar(at: place ?? judgedAt ?? .trust)
        let asked = place ?? (places.count == 1 ? places[0].place : nil)
        let proFormas = try tx.newestProFormas().filter { form in places.contains { form.kind.fits($0.place) } }
        return DraftChoices(
            places: places, proFormas: proFormas, calendar: calendar,
            windows: windows(of: calendar, from: tx.today),
            picked: try picked.map { try tx.agreedStatements($0, seenBy: visible) } ?? [], pickedPlace: judgedAt,
            judged: try picked == nil ? asked.map { try tx.newestAgreed(at: $0, seenBy: visible) } ?? [] : [],
            today: tx.today)
    }
}

/// The term and the year that `day` is in, from that day on, and those that come next.
private func windows(of calendar: SchoolCalendar, from day: Day) -> [Window] {
    let next = calendar.nextHalfTerm(after: day)?.first
    let afterTerm = calendar.window(.term, of: day).flatMap { calendar.nextHalfTerm(after: $0.last) }?.first
    let found = [Window.Length.halfTerm, .term, .year].flatMap { length in
        [day, next, afterTerm].compactMap { $0 }.compactMap { calendar.window(length, of: $0) }
    }
    let coming = found.compactMap { window -> Window? in
        guard window.last > day, let first = calendar.schoolDay(onOrAfter: max(window.first, day)) else { return nil }
        return Window(window.name, first, window.last)
    }
    // The last half term of a term and the rest of that term are the same days.
    return coming.reduce(into: []) { windows, window in
        if !windows.contains(where: { $0.first == window.first && $0.last == window.last }) { windows.append(window) }
    }
}
