import Database
import Kernel
import People
import PlanRules
import Plans
import Schools

/// Who plans and looks at one school.
struct LargeTrustStaff {
    let head: Actor
    let liaison: Actor
    let seniors: [Actor]
    /// Of the middle leaders, each with the department.
    let middle: [(seat: SeatID, department: Place)]

    func senior(_ number: Int) -> Actor { seniors[number % seniors.count] }

    /// Everybody who looks.
    var lookers: [Actor] { [head] + seniors }
}

/// Plans that began in every school on the same day of this autumn.
extension LargeTrust {
    private static let weeksBehind = 10
    private static let weeksOfYear = 36
    private static let weeksOfTarget = 24

    mutating func makePlans(until today: Day) async throws {
        if shape.plans == 0 { return }
        let calendar = try await database.read { try $0.calendar() }
        guard let starts = calendar.adding(schoolWeeks: -Self.weeksBehind, to: today) else { return }
        clock.set(to: starts)
        let proFormas = try await database.read { try $0.newestProFormas() }
        for school in schools.indices {
            staff.append(try await staff(of: school))
            let plans = try (0..<shape.plans).compactMap { number in
                try plan(number, of: school, from: starts, proFormas, calendar)
            }
            _ = try await bringInPlans(plans, in: database)
        }
        try await look(until: today)
    }

    private func staff(of school: Int) async throws -> LargeTrustStaff {
        let seats = try await database.read { [id = schools[school]] in
            try $0.seatsToChoose(at: .school(id), on: $0.today)
        }
        var seniors: [Actor] = []
        for seat in seats where seat.role == .seniorLeader {
            guard let holder = seat.holder else { continue }
            seniors.append(try await demoActor(holder.person, in: database))
        }
        return LargeTrustStaff(
            head: heads[school], liaison: liaisons[school], seniors: seniors,
            middle: seats.filter { $0.role == .middleLeader }.map { ($0.id, $0.place) })
    }

    private func plan(
        _ number: Int, of school: Int, from starts: Day, _ proFormas: [ProForma], _ calendar: SchoolCalendar
    ) throws -> PastPlan? {
        let staff = staff[school]
        let own = Place.school(schools[school])
        let member = number > 0 && number <= staff.middle.count ? staff.middle[number - 1] : nil
        let kind: PlanKind = number == 0 ? .school : member == nil ? .targeted : .department
        let weeks = kind == .targeted ? Self.weeksOfTarget : Self.weeksOfYear
        guard let proForma = proFormas.first(where: { $0.kind == kind }),
            let ends = calendar.adding(schoolWeeks: weeks, to: starts)
        else { return nil }
        let change = InventedChange.all[(school + number) % InventedChange.all.count]
        let writer = kind == .school ? staff.head : staff.senior(number)
        guard let looker = writer.seats.first else { return nil }
        let actions = change.actions.enumerated().map { index, action in
            PastAction(
                action.input(owner: member?.seat ?? looker, from: starts, to: ends),
                check: action.check(by: looker, rhythm(of: index, kind, number), from: starts + number % 5, to: ends))
        }
        return PastPlan(
            at: member?.department ?? own, from: proForma.id,
            PlanInput(title: "\(change.topic) plan", from: starts, to: ends),
            [change.priority(actions)], by: writer, approvedBy: kind == .department ? staff.head : staff.liaison)
    }

    /// What matters most is looked at often, and most of it not.
    private func rhythm(of action: Int, _ kind: PlanKind, _ number: Int) -> CheckRhythm {
        if action > 0 || kind == .school { return .halfTermly }
        return kind == .department && number % 3 == 1 ? .weekly : .fortnightly
    }
}
