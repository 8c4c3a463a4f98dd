import Kernel
import SchoolRules

/// An invented trust's calendar and the people who meet at it.
enum Calendars {
    static func day(_ iso: String) -> Day { Day(iso)! }
    static func id<Subject>(_ number: UInt8) -> ID<Subject> {
        ID(bytes: [UInt8](repeating: 0, count: 15) + [number])
    }

    static let ash: SchoolID = id(1)
    static let birch: SchoolID = id(2)

    static func person(_ role: Role, at place: Place = .trust) -> Actor {
        Actor(person: id(9), name: "Ada Example", posts: [HeldPost(role, at: place)])
    }

    static func year(_ startsIn: Int) throws -> AcademicYear {
        try CalendarPreset.with(key: "kirklees-\(startsIn)")!.year
    }

    /// 2025/26 at version 3 and 2026/27 at version 1; Ash breaks up a week early in October 2026.
    static func trust(own: [OwnYear]? = nil) throws -> TrustCalendar {
        TrustCalendar(
            years: [
                try TrustYear(id: id(21), version: 3, year: year(2025)),
                try TrustYear(id: id(22), version: 1, year: year(2026)),
            ], own: try own ?? [ashs])
    }

    static var ashs: OwnYear {
        get throws {
            let early = HalfTerm(1, .autumn, "Autumn 1", day("2026-09-01"), day("2026-10-16"))
            return OwnYear(
                school: ash, schoolName: "Ash Primary", version: 2,
                exceptions: SchoolExceptions(startsIn: 2026, halfTerms: [early]))
        }
    }

    static func none(_ school: SchoolID) -> OwnYear {
        OwnYear(
            school: school, schoolName: "Birch Academy", version: 0, exceptions: SchoolExceptions(startsIn: 2026))
    }

    /// Half terms of 2026/27 with one of them changed.
    static func halves(_ number: Int, _ first: String, _ last: String) throws -> [HalfTerm] {
        try year(2026).halfTerms.map { half in
            half.number == number ? HalfTerm(number, half.season, half.name, day(first), day(last)) : half
        }
    }
}
