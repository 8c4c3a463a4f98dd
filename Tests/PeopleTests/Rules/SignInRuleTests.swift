import Kernel
import PeopleRules
import Testing

@Suite struct SignInRuleTests {
    let now = Fixture.now

    @Test func fiveTriesAreFreeThenTheWaitDoubles() {
        let waits = (0...12).map {
            SignInThrottle.account.wait(after: Failures(count: $0, last: now), at: now)
        }
        #expect(waits == [0, 0, 0, 0, 0, 30, 60, 120, 240, 480, 900, 900, 900])
    }

    @Test func nobodyIsLockedOutForGood() {
        let many = Failures(count: 1_000_000, last: now)
        #expect(SignInThrottle.account.wait(after: many, at: now) == 900)
        #expect(SignInThrottle.account.wait(after: many, at: now.adding(seconds: 899)) == 1)
        #expect(SignInThrottle.account.wait(after: many, at: now.adding(seconds: 900)) == 0)
    }

    @Test func aSharedAddressHasMoreFreeTries() {
        #expect(SignInThrottle.address.wait(after: Failures(count: 49, last: now), at: now) == 0)
        #expect(SignInThrottle.address.wait(after: Failures(count: 50, last: now), at: now) == 10)
        #expect(SignInThrottle.address.remembers(since: now) == now.adding(seconds: -3_600))
    }

    @Test func withoutFailuresThereIsNoWait() {
        #expect(SignInThrottle.account.wait(after: Failures(count: 0, last: nil), at: now) == 0)
    }

    @Test func aSessionEndsAnHourAfterItsLastTouch() {
        let life = SessionLife(started: now, seen: now.adding(seconds: 600))
        #expect(!life.isOver(at: now.adding(seconds: 600 + 3_599)))
        #expect(life.isOver(at: now.adding(seconds: 600 + 3_600)))
    }

    @Test func aSessionEndsAfterTwelveHoursWhateverHappens() {
        let life = SessionLife(started: now, seen: now.adding(seconds: 43_190))
        #expect(!life.isOver(at: now.adding(seconds: 43_199)))
        #expect(life.isOver(at: now.adding(seconds: 43_200)))
    }

    @Test func theTouchIsWrittenEveryFiveMinutesAtMost() {
        let life = SessionLife(started: now, seen: now)
        #expect(!life.wantsTouch(at: now.adding(seconds: 299)) && life.wantsTouch(at: now.adding(seconds: 300)))
    }

    @Test func anInvitationEndsAfterSevenDays() throws {
        let bea = Fixture.person("b", "Bea Brown")
        let invitation = Invitation(id: Fixture.id("i"), person: bea.id, sent: now, ended: nil)
        let week = now.adding(seconds: 7 * 86_400)
        #expect(try OpenInvitation(invitation, for: bea, at: week.adding(seconds: -1)).person == bea)
        let refusal = refused { _ = try OpenInvitation(invitation, for: bea, at: week) }
        #expect(refusal?.sentence == "This invitation ended after 7 days. Ask whoever invited you for a new one.")
        #expect(invitation.isOpen(at: now) && !invitation.isOpen(at: week))
    }

    @Test func anInvitationIsUsedOnce() {
        let bea = Fixture.person("b", "Bea Brown")
        let used = Invitation(id: Fixture.id("i"), person: bea.id, sent: now, ended: now)
        let refusal = refused { _ = try OpenInvitation(used, for: bea, at: now) }
        #expect(refusal?.sentence.hasPrefix("This invitation was used, or replaced") == true)
        #expect(!used.isOpen(at: now))
    }

    @Test func whoHasLeftNeitherAcceptsNorIsInvited() throws {
        let gone = Fixture.person("b", "Bea Brown", lastDay: Fixture.today - 1)
        let invitation = Invitation(id: Fixture.id("i"), person: gone.id, sent: now, ended: nil)
        let refusal = refused { _ = try OpenInvitation(invitation, for: gone, at: now) }
        #expect(refusal == .conflict("This invitation is for somebody who has left the trust."))
        let permit = try MayKeepPerson(.onTheMachine, gone, holding: [])
        let again = refused { _ = try gone.invited(as: Fixture.id("i"), at: now, by: permit, of: .onTheMachine) }
        #expect(again == .conflict("Bea Brown has left the trust. Take that back first."))
    }
}
