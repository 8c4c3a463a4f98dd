import Kernel
import PeopleRules
import Testing

@Suite struct SignInRuleTests {
    let now = Fixture.now

    @Test func fiveTriesAreFreeThenTheWaitDoubles() {
        let waits = (0...12).map {
            SignInThrottle.pair.wait(after: Failures(count: $0, last: now), at: now)
        }
        #expect(waits == [0, 0, 0, 0, 0, 30, 60, 120, 240, 480, 900, 900, 900])
    }

    @Test func nobodyIsLockedOutForGood() {
        let many = Failures(count: 1_000_000, last: now)
        #expect(SignInThrottle.pair.wait(after: many, at: now) == 900)
        #expect(SignInThrottle.pair.wait(after: many, at: now.adding(seconds: 899)) == 1)
        #expect(SignInThrottle.pair.wait(after: many, at: now.adding(seconds: 900)) == 0)
    }

    @Test func aSharedNetworkHasMoreFreeTries() {
        let waits = [49, 50, 51, 60].map { SignInThrottle.network.wait(after: Failures(count: $0, last: now), at: now) }
        #expect(waits == [0, 5, 10, 60])
        #expect(SignInThrottle.network.remembers(since: now) == now.adding(seconds: -3_600))
    }

    @Test func anAccountUnderSiegeLeavesEachNetworkItsFirstTry() {
        let waits = [0, 1, 2].map { SignInThrottle.besieged.wait(after: Failures(count: $0, last: now), at: now) }
        #expect(waits == [0, 30, 60])
    }

    @Test(arguments: [
        ("192.0.2.7", "192.0.2.7"), ("::ffff:192.0.2.7", "192.0.2.7"), ("::FFFF:c000:207", "192.0.2.7"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"), ("2001:0DB8:1:2::9", "2001:db8:1:2::/64"),
        ("::1", "0:0:0:0::/64"), ("fe80::1%eth0", "fe80:0:0:0::/64"), ("in-process", "in-process"), ("1:2:3", "1:2:3"),
        ("::1::2", "::1::2"), ("12345::", "12345::"),
    ])
    func anAddressOfTheNewKindIsItsNetwork(address: String, network: String) {
        #expect(VisitorNetwork(address).text == network)
    }

    @Test func withoutFailuresThereIsNoWait() {
        #expect(SignInThrottle.pair.wait(after: Failures(count: 0, last: nil), at: now) == 0)
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

    private func invitation(_ kind: Invitation.Kind = .invited, of person: Person, ended: Instant? = nil) -> Invitation
    {
        Invitation(
            id: Fixture.id("i"), person: person.id, kind: kind, sent: now, expires: now.adding(seconds: 600),
            ended: ended)
    }

    private func open(_ invitation: Invitation, _ person: Person, later: Int = 0, mayStillInvite: Bool = true)
        -> Refusal?
    {
        refused {
            _ = try OpenInvitation(
                invitation, for: person, mayStillInvite: mayStillInvite, at: now.adding(seconds: later))
        }
    }

    @Test func aLinkEndsWhenItSaysSo() {
        let bea = Fixture.person("b", "Bea Brown")
        #expect(open(invitation(of: bea), bea, later: 599) == nil)
        #expect(open(invitation(of: bea), bea, later: 600)?.sentence.hasPrefix("This invitation ended on ") == true)
        let forgotten = open(invitation(.forgotten, of: bea), bea, later: 600)?.sentence
        #expect(forgotten?.hasSuffix("Ask for a new one under “Forgotten your password?” on the sign-in page.") == true)
    }

    @Test func aLinkIsUsedOnce() {
        let bea = Fixture.person("b", "Bea Brown")
        let used = invitation(of: bea, ended: now)
        #expect(open(used, bea)?.sentence.hasPrefix("This invitation was used, withdrawn or replaced") == true)
        #expect(!used.isOpen(at: now))
    }

    @Test func aLinkWhoseSenderMayNotSendItAnyMoreOpensNothing() {
        let bea = Fixture.person("b", "Bea Brown")
        let refusal = open(invitation(of: bea), bea, mayStillInvite: false)
        #expect(refusal?.sentence.hasPrefix("Whoever sent this invitation may not send it any more.") == true)
    }

    @Test func whoHasLeftNeitherAcceptsNorIsInvitedNorForgets() throws {
        let gone = Fixture.person("b", "Bea Brown", lastDay: Fixture.today - 1)
        #expect(
            open(invitation(of: gone), gone) == .conflict("This invitation is for somebody who has left the trust."))
        let permit = try MayKeepPerson(.onTheMachine, gone, holding: [])
        let again = refused {
            _ = try gone.invited(as: Fixture.id("i"), at: now, in: .unknown, by: permit, of: .onTheMachine)
        }
        #expect(again == .conflict("Bea Brown has left the trust. Take that back first."))
        #expect(gone.forgot(as: Fixture.id("i"), after: nil, at: now) == nil)
    }

    @Test func anInvitationHoldsUntilSchoolDaysHaveCome() throws {
        let year = try AcademicYear(
            startsIn: 2026,
            halfTerms: [
                HalfTerm(1, .autumn, "Autumn 1", Day(2026, 9, 2)!, Day(2026, 10, 16)!),
                HalfTerm(2, .autumn, "Autumn 2", Day(2026, 11, 2)!, Day(2026, 12, 18)!),
                HalfTerm(3, .spring, "Spring 1", Day(2027, 1, 4)!, Day(2027, 2, 12)!),
            ])
        let calendar = try SchoolCalendar([year])
        let lastDay = Instant("2026-12-18T15:00")!
        #expect(InvitationLife.end(of: lastDay, in: calendar).day == Day(2027, 1, 8)!)
        let midTerm = Instant("2026-11-16T15:00")!
        #expect(InvitationLife.end(of: midTerm, in: calendar) == midTerm.adding(seconds: 7 * 86_400))
        #expect(InvitationLife.end(of: midTerm, in: .unknown) == midTerm.adding(seconds: 49 * 86_400))
    }

    @Test func aLinkForAForgottenPasswordOutlivesTheWaitForTheNext() {
        #expect(InvitationLife.forgottenSeconds > InvitationLife.betweenLetters)
        let bea = Fixture.person("b", "Bea Brown")
        let last = bea.forgot(as: Fixture.id("i"), after: nil, at: now)?.invitation
        func again(after seconds: Int) -> InvitationSent? {
            bea.forgot(as: Fixture.id("j"), after: last, at: now.adding(seconds: seconds))
        }
        #expect(last != nil && again(after: 3_599) == nil && again(after: 3_600) != nil)
    }
}
