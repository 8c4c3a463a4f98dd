import Kernel
import Testing

@Suite struct IDTests {
    @Test func sixteenBytesBecomeTwentyFiveCharacters() {
        let none = SchoolID(bytes: [UInt8](repeating: 0, count: 16))
        let all = SchoolID(bytes: [UInt8](repeating: 255, count: 16))
        #expect(none.text == String(repeating: "0", count: 25))
        #expect(all.text == "f5lxx1zz5pnorynqglhzmsp33")
        #expect(none < all)
    }

    @Test func readsItsOwnText() {
        let id = SchoolID(bytes: (1...16).map(UInt8.init))
        #expect(SchoolID(id.text) == id)
        #expect(id.description == id.text)
    }

    @Test(arguments: [
        "", "0", String(repeating: "0", count: 24), String(repeating: "0", count: 26),
        String(repeating: "A", count: 25), String(repeating: "0", count: 24) + "-",
        String(repeating: "0", count: 23) + "é", String(repeating: "0", count: 24) + "\n",
    ])
    func refusesEveryOtherText(_ text: String) {
        #expect(SchoolID(text) == nil)
    }

    @Test func idsMadeLaterSortLater() {
        let moments = [0, 1, 999, 1_000_000, 1_795_000_000_000].map { Instant(milliseconds: $0) }
        let world = World.fixed(moments[0])
        let ids: [PersonID] = moments.map { world.newID(at: $0) }
        #expect(ids == ids.sorted())
        #expect(Set(ids).count == ids.count)
    }

    @Test func aFixedWorldNeverGivesOneIdTwice() {
        let moment = Instant("2026-11-21T09:30")!
        let world = World.fixed(moment)
        let ids: [SchoolID] = (0..<2_000).map { _ in world.newID(at: moment) }
        #expect(Set(ids).count == 2_000)
        #expect(ids == ids.sorted())
        #expect(world.now() == moment)
    }

    @Test func anIdIsAUUIDOfVersionSeven() {
        let world = World(now: { Instant(milliseconds: 0) }, randomBytes: { [UInt8](repeating: 255, count: $0) })
        let id: SchoolID = world.newID(at: Instant(milliseconds: 0x0123_4567_89ab))
        let expected: [UInt8] =
            [0x01, 0x23, 0x45, 0x67, 0x89, 0xab, 0x70, 0, 0x80, 0] + [UInt8](repeating: 255, count: 6)
        #expect(id == SchoolID(bytes: expected))
    }

    @Test func idsOfOneMomentSortByTheirMakingWhateverChanceDraws() {
        let moment = Instant(milliseconds: 1)
        let lots = World(now: { moment }, randomBytes: { count in (0..<count).map { _ in UInt8.random(in: 0...255) } })
        let ids: [SchoolID] = (0..<20_000).map { _ in lots.newID(at: moment) }
        #expect(ids == ids.sorted())
    }

    @Test func secretsAreHexadecimalOfTheLengthAskedFor() {
        let world = World(now: { Instant(milliseconds: 0) }, randomBytes: { (0..<$0).map { UInt8($0) } })
        #expect(world.secret(bytes: 4) == "00010203")
        #expect(World.fixed(Instant(milliseconds: 0)).secret().count == 64)
    }
}
