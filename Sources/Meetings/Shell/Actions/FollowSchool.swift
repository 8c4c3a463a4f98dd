import Database
import Kernel
import MeetingRules
import People
import Plans
import SchoolRules
package import Schools
import Trail

/// With a school's last day the line meetings of its pairings are planned no longer; a pairing may go on at another school.
package let meetingsFollowTheirSchool = SchoolFollower(
    open: { school, tx in
        let (pairings, meetings) = try tx.openMeetings(at: school)
        return [
            OpenAtSchool(pairings, "pairing for line meetings", "pairings for line meetings"),
            OpenAtSchool(meetings, "planned line meeting"),
        ].compactMap(\.self)
    },
    end: { ended, tx in
        try tx.holdCalendar()
        try tx.clearMeetings(
            at: ended.school.id, from: ended.lastDay, because: ended.because, by: ended.actor?.person)
    },
    movable: { school, tx in try tx.pairings(at: school).map { MovableThing(.pairing, $0.id, $0.words) } },
    move: { move, actor, tx in
        for line in try tx.lines(at: move.from.id) where move.takes(.pairing, line.line.id) {
            let place = try tx.place(of: line.line.place, after: move, by: actor)
            try tx.moveVacantSeats([line.line.leader.id, line.line.member.id], after: move, by: actor)
            try tx.move(line.line.id, to: place)
            try tx.record(
                "line-moved-school", "line", line.line.id, by: actor, before: move.from.name, after: move.to.name)
        }
    },
    goOn: { school, _, tx in
        try tx.holdCalendar()
        _ = try tx.planMeetings(of: tx.livingLines(.at(school)), by: tx.calendar(at:))
    })
