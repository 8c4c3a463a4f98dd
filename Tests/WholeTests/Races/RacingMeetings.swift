import Kernel
import MeetingRules
import Meetings
import TestKit

private let openScenes: Set<Scene> = [.planned, .running]

let racingMeetings: [RacingVerb] = [
    RacingVerb("beginMeeting", in: [.planned]) {
        try await beginMeeting($0.met.meeting, by: $0.trust.deputy, in: $0.database)
    },
    RacingVerb("finishMeeting", in: [.running]) {
        try await finishMeeting($0.met.meeting, by: $0.trust.headOfEnglish, in: $0.database)
    },
    RacingVerb("keepNotes", in: [.running]) {
        _ = try await keepNotes("Seen", version: 0, of: $0.met.meeting, by: $0.trust.deputy, in: $0.database)
    },
    RacingVerb("addItem", in: openScenes) {
        _ = try await addItem("Cover", to: $0.met.meeting, by: $0.trust.deputy, in: $0.database)
    },
    RacingVerb("removeItem", in: openScenes) {
        try await removeItem($0.met.item, of: $0.met.meeting, by: $0.trust.deputy, in: $0.database)
    },
    RacingVerb("answerItem", in: [.running]) {
        try await answerItem(
            $0.met.item, of: $0.met.meeting, .talked, note: "", version: 1, by: $0.trust.deputy, in: $0.database)
    },
    RacingVerb("recordPromise", in: [.running]) { hands in
        let input = PromiseInput(
            words: "Share the list", seat: hands.trust.deputy.seats[0], by: hands.world.nextLook)
        _ = try await recordPromise(input, in: hands.met.meeting, by: hands.trust.headOfEnglish, in: hands.database)
    },
    RacingVerb("keepPromise: between two meetings", in: [.running]) {
        try await keepPromise(
            $0.met.promise!, words: "Done", version: 1, in: nil, by: $0.trust.headOfEnglish, in: $0.database)
    },
    RacingVerb("carryPromise", in: [.running]) {
        try await carryPromise(
            $0.met.promise!, to: $0.world.nextLook + 1, version: 1, in: $0.met.meeting, by: $0.trust.deputy,
            in: $0.database)
    },
    RacingVerb("dropPromise", in: [.running]) {
        try await dropPromise(
            $0.met.promise!, because: "Not needed", version: 1, in: $0.met.meeting, by: $0.trust.deputy, in: $0.database
        )
    },
    RacingVerb("changePromise", in: [.running]) { hands in
        let input = PromiseInput(words: "Half of it", seat: hands.trust.deputy.seats[0], by: hands.world.nextLook)
        _ = try await changePromise(
            hands.met.promise!, to: input, version: 1, in: hands.met.meeting, by: hands.trust.deputy, in: hands.database
        )
    },
    RacingVerb("keepUnsaid", in: openScenes) {
        try await keepUnsaid(["item.words": "Not said yet"], in: $0.met.meeting, by: $0.trust.deputy, in: $0.database)
    },
    RacingVerb("callOffMeeting", in: [.planned]) {
        try await callOffMeeting(
            $0.met.meeting, because: "Away", version: 1, by: $0.trust.deputy, in: $0.database)
    },
    RacingVerb("callOffMeeting: the next", in: [.running]) {
        try await callOffMeeting($0.met.next, because: "Away", version: 1, by: $0.trust.deputy, in: $0.database)
    },
    RacingVerb("changeLine", in: openScenes) { hands in
        let times = TimesInput(rhythm: .fortnightly, first: hands.met.first, startsAt: "09:00", minutes: 20)
        try await changeLine(hands.met.line, to: times, version: 1, by: hands.trust.head, in: hands.database)
    },
    RacingVerb("endLine", in: openScenes) {
        try await endLine($0.met.line, because: "Another pair", version: 1, by: $0.trust.head, in: $0.database)
    },
    RacingVerb("planMeetings", in: openScenes) { hands in
        try await planMeetings(in: hands.database)
    },
    RacingVerb("setUpLine", in: [.planned]) { hands in
        let times = TimesInput(rhythm: .weekly, first: hands.met.first, startsAt: "10:00", minutes: 20)
        let input = LineInput(
            school: hands.trust.academy, leader: hands.trust.head.seats[0], member: hands.trust.headOfEnglish.seats[0],
            times: times)
        _ = try await setUpLine(input, by: hands.trust.head, in: hands.database)
    },
]
