import Kernel

@testable import SchoolRules

let today = Day(2026, 11, 21)!

/// What an import of invented files would do to a database that holds `existing`.
func plan(
    _ file: Sheet, trust: String = "9001", groups: [Sheet] = [], links: [Sheet] = [], existing: [School] = [],
    kept: [SuccessorLink] = [], known: RegisterTrust? = nil
) throws -> ImportPlan {
    var book = GroupsBook(on: today)
    for sheet in groups { try book.add(sheet.pieces) }
    let directory = try TrustDirectory(file.pieces, groups: book)
    let chosen = try directory.choose(trust, known: known)
    var reading = try RegisterReading(file.pieces, for: chosen, groups: book, existing: existing)
    for sheet in links { try reading.addLinks(sheet.pieces) }
    return ImportPlan(reading, existing: existing, links: kept, today: today)
}

/// The database after `plan` was carried out.
func schools(after plan: ImportPlan, before: [School] = []) -> [School] {
    var byURN = Dictionary(uniqueKeysWithValues: before.map { ($0.urn, $0) })
    for one in plan.added { byURN[one.facts.urn] = school(one.facts, joined: one.joined) }
    for one in plan.changed { byURN[one.facts.urn] = school(one.facts, joined: one.joined) }
    for one in plan.closed {
        var left: Day?
        if case .left(let day) = one.why { left = day }
        byURN[one.facts.urn] = school(one.facts, left: left)
    }
    return byURN.values.sorted { $0.urn < $1.urn }
}

func school(_ facts: SchoolFacts, joined: Day? = nil, left: Day? = nil) -> School {
    let number = UInt8(facts.urn.utf8.reduce(0) { ($0 &* 31 &+ Int($1)) & 0xff })
    let id = SchoolID(bytes: Array(facts.urn.utf8.prefix(6)) + [number] + Array(repeating: 0, count: 9))
    return School(id: id, version: 1, facts: facts, joined: joined, left: left)
}

func sentence(_ body: () throws -> Void) -> String {
    do {
        try body()
        return "nothing was refused"
    } catch let error as RegisterUnreadable {
        return error.sentence
    } catch let error as Refusal {
        return error.sentence
    } catch {
        return "\(error)"
    }
}

extension ImportPlan {
    var addedNames: [String] { added.map(\.facts.name) }
    var changedFields: [[SchoolFact]] { changed.map { $0.fields.map(\.fact) } }
}
