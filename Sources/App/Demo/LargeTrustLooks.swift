import Database
import Kernel
import PlanRules
import Plans
import Schools

/// What was found on looks of the large trust, day after day; every school leaves some undone.
extension LargeTrust {
    func look(until today: Day) async throws {
        for (day, looks) in try await looksDone(until: today).sorted(by: { $0.key < $1.key }) {
            clock.set(to: day)
            try await bringInLooks(looks, in: database)
        }
    }

    private func looksDone(until today: Day) async throws -> [Day: [PastLook]] {
        var done: [Day: [PastLook]] = [:]
        let calendar = try await database.read { try $0.calendar() }
        for (school, staff) in staff.enumerated() {
            let actors = Dictionary(staff.lookers.flatMap { actor in actor.seats.map { ($0, actor) } }) { one, _ in one
            }
            let due = try await database.read { [seats = Array(actors.keys)] in
                try $0.checksDue(for: seats, through: today - 1, limit: 2_000)
            }
            let (undone, lots) = (15 + school * 37 % 55, lots(of: school))
            for line in due where lots.pick(0..<100) >= undone {
                guard let actor = actors[line.seat] else { continue }
                let late = lots.pick(0..<8) == 0 ? calendar.adding(schoolWeeks: 1, to: line.look.due) : nil
                let day = min(late ?? line.look.due, today - 1)
                done[day, default: []].append(PastLook(finding(line.version, lots), of: line.id, by: actor))
            }
        }
        return done
    }

    /// A school draws lots of its own, so that it is the same in a trust of any size.
    func lots(of school: Int) -> DemoClock { DemoClock(at: clock.world.now(), seed: UInt64(school)) }

    private func finding(_ version: Int, _ lots: DemoClock) -> CheckInput {
        let rating = lots.pick([Rating.green, .green, .amber, .amber, .red])
        let response: ResponseKind? = rating == .green ? nil : lots.pick([.keep, .adapt, .adapt])
        return CheckInput(
            finding: lots.pick(DemoWords.findings(rating)), rating: rating, response: response,
            words: response == nil ? "" : lots.pick(DemoWords.responses), version: version)
    }
}
