package import Database
package import Kernel
package import SchoolRules

extension Reading {
    /// - Returns: nil when there is none.
    package func school(_ id: SchoolID) throws -> School? {
        try first("SELECT \(schoolColumns) FROM school s WHERE s.id = \(id)", School.read)
    }

    /// Every school that is or was in the trust, in the order of their URNs: for rules, not for pages.
    package func everySchool() throws -> [School] {
        try rows("SELECT \(schoolColumns) FROM school s ORDER BY s.urn", School.read)
    }
}

extension Transaction {
    /// Holds a school while something is decided there: its last day comes before or after that, and never beside it.
    package func holdSchool(_ id: SchoolID) throws { try run("UPDATE school SET version = version WHERE id = \(id)") }

    /// Holds the school of a place where something is about to begin.
    ///
    /// - Throws: `notFound`; `conflict` at a school that closed or left.
    package func holdSchoolThatGoesOn(_ place: Place) throws {
        guard let id = place.school else { return }
        guard try schoolToChange(id).isCurrent else {
            throw Refusal.conflict("This school is no longer in the trust, so nothing begins there.")
        }
    }

    /// A school about which something is about to change. Lets one change follow the other: what may be done is decided on all
    /// its departments or all decisions about it.
    ///
    /// - Throws: `Refusal.notFound`.
    func schoolToChange(_ id: SchoolID) throws -> School {
        try holdSchool(id)
        guard let school = try school(id) else { throw Refusal.notFound }
        return school
    }

    /// A school that joins the trust.
    package func add(_ addition: ImportPlan.Addition) throws -> SchoolID {
        let id: SchoolID = newID()
        let facts = addition.facts
        try run(
            """
            INSERT INTO school (id, version, urn, name, type, provision, status, opened_on, closes_on, phase, low_age,
                high_age, has_nursery, has_sixth_form, capacity, pupils, pupils_counted_on, authority_code, authority,
                establishment_number, ukprn, town, joined_on, left_on)
            VALUES (\(id), 1, \(facts.urn), \(facts.name), \(facts.type), \(facts.provision), \(facts.status),
                \(facts.opened), \(facts.closes), \(facts.phase), \(facts.lowAge), \(facts.highAge),
                \(flag(facts.nursery)), \(flag(facts.sixthForm)), \(facts.capacity), \(facts.pupils),
                \(facts.pupilsCounted), \(facts.authorityCode), \(facts.authority), \(facts.establishmentNumber),
                \(facts.ukprn), \(facts.town), \(addition.joined), NULL)
            """)
        return id
    }

    /// - Throws: `Refusal.stale` when the school was saved since it was read.
    package func save(_ change: ImportPlan.Change) throws {
        try update(change.school, to: change.facts, joined: change.joined, left: nil)
    }

    /// - Throws: `Refusal.stale` when the school was saved since it was read.
    package func save(_ ending: ImportPlan.Ending) throws {
        var left = ending.school.left
        if case .left(let day) = ending.why { left = day }
        try update(ending.school, to: ending.facts, joined: ending.school.joined, left: left)
    }

    private func update(_ school: School, to facts: SchoolFacts, joined: Day?, left: Day?) throws {
        let written = try run(
            """
            UPDATE school SET version = \(school.version + 1), name = \(facts.name), type = \(facts.type),
                provision = \(facts.provision), status = \(facts.status), opened_on = \(facts.opened),
                closes_on = \(facts.closes), phase = \(facts.phase), low_age = \(facts.lowAge),
                high_age = \(facts.highAge), has_nursery = \(flag(facts.nursery)),
                has_sixth_form = \(flag(facts.sixthForm)), capacity = \(facts.capacity), pupils = \(facts.pupils),
                pupils_counted_on = \(facts.pupilsCounted), authority_code = \(facts.authorityCode),
                authority = \(facts.authority), establishment_number = \(facts.establishmentNumber),
                ukprn = \(facts.ukprn), town = \(facts.town), joined_on = \(joined), left_on = \(left)
            WHERE id = \(school.id) AND version = \(school.version)
            """)
        if written == 0 { throw Refusal.stale }
    }
}

private func flag(_ value: Bool?) -> Int? { value.map { $0 ? 1 : 0 } }

/// What `School.read` reads, of a table named `s`: twenty-four columns from the first on.
let schoolColumns: SQL = """
    s.id, s.version, s.urn, s.name, s.type, s.provision, s.status, s.opened_on, s.closes_on, s.phase, s.low_age,
    s.high_age, s.has_nursery, s.has_sixth_form, s.capacity, s.pupils, s.pupils_counted_on, s.authority_code,
    s.authority, s.establishment_number, s.ukprn, s.town, s.joined_on, s.left_on
    """

extension School {
    static func read(_ row: borrowing Row) throws -> School {
        var facts = SchoolFacts(urn: try row[2], name: try row[3])
        (facts.type, facts.provision, facts.status) = (try row[4], try row[5], try row[6])
        (facts.opened, facts.closes, facts.phase) = (try row[7], try row[8], try row[9])
        (facts.lowAge, facts.highAge) = (try row[10], try row[11])
        (facts.nursery, facts.sixthForm) = (try truth(row[12]), try truth(row[13]))
        (facts.capacity, facts.pupils, facts.pupilsCounted) = (try row[14], try row[15], try row[16])
        (facts.authorityCode, facts.authority) = (try row[17], try row[18])
        (facts.establishmentNumber, facts.ukprn, facts.town) = (try row[19], try row[20], try row[21])
        return School(id: try row[0], version: try row[1], facts: facts, joined: try row[22], left: try row[23])
    }

    private static func truth(_ value: Int?) -> Bool? { value.map { $0 == 1 } }
}
