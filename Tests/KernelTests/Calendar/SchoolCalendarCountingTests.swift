import Kernel
import Testing

@Suite struct SchoolCalendarCountingTests {
    private func day(_ iso: String) -> Day { Years.day(iso) }

    @Test(arguments: [
        ("2025-09-10", 3, "2025-10-01"),  // Wednesday to Wednesday
        ("2025-10-15", 3, "2025-11-12"),  // over the autumn break
        ("2025-12-10", 3, "2026-01-14"),  // over Christmas
        ("2025-10-17", 1, "2025-10-23"),  // that Friday is INSET: the week's last school day
        ("2026-04-27", 1, "2026-05-05"),  // that Monday is a bank holiday: the next day
        ("2025-10-28", 1, "2025-11-04"),  // from the break: the first week back
        ("2025-11-15", 1, "2025-11-21"),  // a Saturday: the last school day of next week
        ("2025-11-04", -1, "2025-10-21"), ("2025-10-28", -1, "2025-10-21"), ("2025-10-28", 0, "2025-11-03"),
        ("2026-07-15", 1, "2026-07-20"), ("2026-07-20", 1, "2026-09-01"),
    ])
    func countsSchoolWeeks(_ from: String, _ count: Int, _ expected: String) throws {
        #expect(try Years.two().adding(schoolWeeks: count, to: day(from)) == day(expected))
    }

    @Test(arguments: [
        ("2025-09-10", 1, "2025-09-11"), ("2025-10-23", 1, "2025-11-03"), ("2025-10-23", 0, "2025-10-23"),
        ("2025-10-24", 0, "2025-11-03"), ("2025-11-03", -1, "2025-10-23"), ("2025-12-25", 1, "2026-01-05"),
        ("2025-12-25", 2, "2026-01-06"), ("2025-12-25", -1, "2025-12-19"), ("2026-07-20", 1, "2026-09-01"),
    ])
    func countsSchoolDays(_ from: String, _ count: Int, _ expected: String) throws {
        #expect(try Years.two().adding(schoolDays: count, to: day(from)) == day(expected))
    }

    @Test func doesNotCountBeyondWhatIsKnown() throws {
        let calendar = try Years.two()
        #expect(calendar.nextSchoolDay(after: day("2027-07-20")) == day("2027-07-21"))
        #expect(calendar.nextSchoolDay(after: day("2027-07-21")) == nil)
        #expect(calendar.previousSchoolDay(before: day("2025-09-02")) == nil)
        #expect(calendar.adding(schoolWeeks: 1, to: day("2027-07-21")) == nil)
        #expect(calendar.adding(schoolWeeks: -1, to: day("2025-09-03")) == nil)
        #expect(calendar.adding(schoolDays: 5_000, to: day("2025-11-03")) == nil)
        #expect(calendar.adding(schoolDays: Int.max, to: day("2025-11-03")) == nil)
        #expect(calendar.adding(schoolDays: Int.min, to: day("2025-11-03")) == nil)
    }

    @Test func listsSchoolDaysOfARange() throws {
        let calendar = try Years.two()
        let around = calendar.schoolDays(from: day("2025-10-20"), through: day("2025-11-04"))
        #expect(
            around.map { $0.map(\.description) } == [
                "2025-10-20", "2025-10-21", "2025-10-22", "2025-10-23", "2025-11-03", "2025-11-04",
            ])
        #expect(calendar.schoolDays(from: day("2025-12-20"), through: day("2026-01-04"))?.isEmpty == true)
        #expect(calendar.schoolDays(from: day("2027-07-01"), through: day("2027-08-01")) == nil)
        #expect(calendar.schoolDays(from: day("2025-11-04"), through: day("2025-11-03")) == nil)
    }

    /// The slow way, day by day, must agree with the fast one from every known day.
    @Test func agreesWithWalkingDayByDay() throws {
        let calendar = try Years.two()
        let known = day("2025-09-01").through(day("2027-07-21"))
        let days = known.filter { calendar.isSchoolDay($0) == true }
        for from in known {
            let later = days.filter { $0 > from }.prefix(40)
            for (index, expected) in later.enumerated() where index % 13 == 0 {
                #expect(calendar.adding(schoolDays: index + 1, to: from) == expected)
            }
            #expect(calendar.previousSchoolDay(before: from) == days.last { $0 < from })
            #expect(calendar.schoolDay(onOrAfter: from) == days.first { $0 >= from })
        }
    }

    @Test func schoolWeeksLandOnSchoolDaysInOrderAndComeBack() throws {
        let calendar = try Years.two()
        for from in day("2025-09-02").through(day("2027-05-01")) {
            let ahead = (1...8).compactMap { calendar.adding(schoolWeeks: $0, to: from) }
            #expect(ahead.count == 8 && ahead.allSatisfy { calendar.isSchoolDay($0) == true })
            #expect(zip(ahead, ahead.dropFirst()).allSatisfy { $0.monday < $1.monday })
            if calendar.isSchoolDay(from) == true {
                #expect(calendar.adding(schoolWeeks: -3, to: ahead[2])?.monday == from.monday)
            }
        }
    }
}
