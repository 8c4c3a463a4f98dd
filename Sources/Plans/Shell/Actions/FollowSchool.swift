import Database
import EvaluationRules
import Kernel
import People
import PlanRules
import SchoolRules
package import Schools
import Trail

/// With a school's last day its checks wait no longer; a plan may go on at another school, whose calendar its checks follow.
package let plansFollowTheirSchool = SchoolFollower(
    open: { school, tx in
        let (atWork, written) = try tx.openPlans(at: school)
        return [
            OpenAtSchool(atWork, "plan at work", "plans at work"),
            OpenAtSchool(written, "plan being written or approved", "plans being written or approved"),
            OpenAtSchool(try tx.waitingChecks(at: school), "check"),
        ].compactMap(\.self)
    },
    end: { ended, tx in
        try tx.holdCalendar()
        try tx.callOffChecks(at: ended.school.id, from: ended.lastDay)
        try tx.record(
            "checks-called-off", "school", ended.school.id, by: ended.actor, orBy: EndedSchool.program,
            after: ended.because)
    },
    movable: { school, tx in
        try tx.plansGoingOn(at: school).map {
            MovableThing(.plan, $0.id, "\($0.title) (\($0.state.name.lowercased()))")
        }
    },
    move: { move, actor, tx in
        for plan in try tx.plansGoingOn(at: move.from.id) where move.takes(.plan, plan.id) {
            let place = try tx.place(of: plan.place, after: move, by: actor)
            try tx.moveVacantSeats(tx.seats(inPlan: plan.id).named.keys, after: move, by: actor)
            try tx.move(plan.id, to: place)
            try tx.record(
                "plan-moved-school", "plan", plan.id, by: actor, before: move.from.name, after: move.to.name)
        }
    },
    goOn: { school, _, tx in
        try tx.holdCalendar()
        for series in try tx.movingSeries(at: school) {
            let planned = series.planned
            let found = CheckSchedule(planned.check).moves(
                of: series, to: try tx.calendar(at: planned.plan.place), on: tx.today)
            if !found.isEmpty { try tx.save(found, of: planned) }
        }
    })
