import Kernel
import People
import PeopleRules
import SchoolRules
import Schools
import TestKit

let racingPeople: [RacingVerb] = [
    RacingVerb("addPerson", in: [.people]) { hands in
        let post = PostInput(role: .staff, place: hands.trust.english, starts: hands.world.today)
        try await addPerson(
            try PersonDetails(name: "Pat New", email: "pat.new@willowbrook.example"), first: post,
            by: hands.trust.administrator, in: hands.database)
    },
    RacingVerb("correctPerson", in: [.people]) { hands in
        let details = try PersonDetails(name: "Pat New", email: "pat.new@willowbrook.example")
        try await correctPerson(
            hands.world.people[0], to: details, over: 1, by: hands.trust.administrator, in: hands.database)
    },
    RacingVerb("givePost", in: [.people]) { try await $0.give(to: $0.world.people[0]) },
    RacingVerb("givePost: the vacant seat to another", in: [.people]) { try await $0.give(to: $0.world.people[1]) },
    RacingVerb("endPost: an administrator's", in: [.people]) { hands in
        try await endPost(
            hands.world.posts[0], of: hands.trust.administrator.person, after: hands.world.today,
            by: hands.trust.administrator, in: hands.database)
    },
    RacingVerb("endPost: the other administrator's", in: [.people]) { hands in
        try await endPost(
            hands.world.posts[1], of: hands.world.people[2], after: hands.world.today, by: hands.trust.administrator,
            in: hands.database)
    },
    RacingVerb("handOver", in: [.people]) { hands in
        try await handOver(
            LeavingInput(lastDay: hands.world.today + 7, successor: nil, handed: []), from: hands.world.people[0],
            by: hands.trust.administrator, in: hands.database)
    },
    RacingVerb("invite", in: [.people]) { hands in
        _ = try await invite(
            hands.world.people[0], to: SiteAddress("https://willowbrook.example"), by: hands.trust.administrator,
            in: hands.database)
    },
]

let racingSchools: [RacingVerb] = [
    RacingVerb("addDepartment", in: [.schools]) { hands in
        _ = try await addDepartment(
            "Music", kind: .subject, to: hands.trust.academy, by: hands.trust.head, in: hands.database)
    },
    RacingVerb("renameDepartment", in: [.schools]) { hands in
        try await renameDepartment(
            hands.trust.english.department!, to: "Music", version: 1, by: hands.trust.head, in: hands.database)
    },
    RacingVerb("closeDepartment", in: [.schools]) { hands in
        try await closeDepartment(
            hands.trust.english.department!, version: 1, by: hands.trust.head, in: hands.database)
    },
    RacingVerb("placeSchool", in: [.schools]) { hands in
        try await placeSchool(
            hands.trust.academy, PlacingInput(category: "concern", reason: "Results", from: hands.world.today),
            by: hands.trust.director, in: hands.database)
    },
]

extension RaceHands {
    fileprivate func give(to person: PersonID) async throws {
        let post = PostInput(role: .middleLeader, place: world.vacant, starts: world.today)
        try await givePost(post, to: person, by: trust.administrator, in: database)
    }
}
