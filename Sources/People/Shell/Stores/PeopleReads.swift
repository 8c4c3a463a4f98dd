package import Database
package import Kernel
package import PeopleRules

/// What the list of people is asked for.
package struct PeopleFilter: Hashable, Sendable {
    /// Part of a name or an address; empty for all.
    package var text = ""
    package var school: SchoolID?
    package var role: Role?
    /// Counts from 1.
    package var page = 1

    package static let pageSize = 50

    package init() {}
}

/// A post as lists show it.
package struct PostLine: Hashable, Sendable {
    package let post: Post
    /// `English, Oak Primary`, or the trust's name.
    package let place: String

    package init(_ post: Post, at place: String) { (self.post, self.place) = (post, place) }
}

package struct PersonLine: Hashable, Sendable {
    package let id: PersonID
    package let name: String
    package let email: EmailAddress
    package let lastDay: Day?
    package let hasPassword: Bool
    package let posts: [PostLine]

    package init(
        id: PersonID, name: String, email: EmailAddress, lastDay: Day?, hasPassword: Bool, posts: [PostLine]
    ) {
        (self.id, self.name, self.email, self.lastDay) = (id, name, email, lastDay)
        (self.hasPassword, self.posts) = (hasPassword, posts)
    }
}

extension Reading {
    /// One page of the people whom this permit sees, by name, each with the posts that have not ended: two questions
    /// however long the list is. One more than a page tells that there are more.
    package func people(_ filter: PeopleFilter, seenBy permit: MayManagePeople) throws -> [PersonLine] {
        let found = try rows(
            """
            SELECT person.id, person.name, person.email, departure.last_day,
                   CASE WHEN credential.person_id IS NULL THEN 0 ELSE 1 END
            FROM person
            LEFT JOIN departure ON departure.person_id = person.id
            LEFT JOIN credential ON credential.person_id = person.id
            WHERE \(seen(by: permit)) AND \(condition(filter))
            ORDER BY lower(person.name), person.id
            LIMIT \(PeopleFilter.pageSize + 1) OFFSET \((max(filter.page, 1) - 1) * PeopleFilter.pageSize)
            """
        ) { row in
            let passwords: Int = try row[4]
            return PersonLine(
                id: try row[0], name: try row[1], email: try row[2], lastDay: try row[3],
                hasPassword: passwords == 1, posts: [])
        }
        return try withPosts(found)
    }

    private func seen(by permit: MayManagePeople) -> SQL {
        guard case .staff(let schools) = permit.reach else { return "1 = 1" }
        let list = SQL.joined(schools.sorted().map { "\($0)" })
        return """
            person.id IN (SELECT person_id FROM post WHERE school_id IN (\(list)) AND ends_on >= \(today))
            """
    }

    private func condition(_ filter: PeopleFilter) -> SQL {
        var parts: [SQL] = ["1 = 1"]
        if !filter.text.isEmpty {
            let pattern = "%\(filter.text.lowercased().escapedForLike)%"
            parts.append("(lower(person.name) LIKE \(pattern) ESCAPE '!' OR person.email LIKE \(pattern) ESCAPE '!')")
        }
        if filter.school != nil || filter.role != nil {
            let school: SQL = filter.school.map { "AND school_id = \($0)" } ?? ""
            let role: SQL = filter.role.map { "AND role = \($0)" } ?? ""
            parts.append(
                "person.id IN (SELECT person_id FROM post WHERE ends_on >= \(today) \(school) \(role))")
        }
        return .joined(parts, by: " AND ")
    }

    private func withPosts(_ people: [PersonLine]) throws -> [PersonLine] {
        guard !people.isEmpty else { return [] }
        let lines = try postLines("post.person_id IN (\(SQL.joined(people.map { "\($0.id)" })))", lasting: today)
        let byPerson = Dictionary(grouping: lines, by: \.post.person)
        return people.map { person in
            PersonLine(
                id: person.id, name: person.name, email: person.email, lastDay: person.lastDay,
                hasPassword: person.hasPassword, posts: byPerson[person.id] ?? [])
        }
    }

    /// Posts that last to `day` or beyond, with the names of their places.
    func postLines(_ condition: SQL, lasting day: Day) throws -> [PostLine] {
        try rows(
            """
            SELECT post.id, post.person_id, post.role, post.school_id, post.department_id, post.starts_on, post.ends_on,
                   COALESCE(department.name || ', ' || school.name, school.name, trust.name), post.seat_id
            FROM post CROSS JOIN trust
            LEFT JOIN school ON school.id = post.school_id
            LEFT JOIN department ON department.id = post.department_id
            WHERE \(condition) AND post.ends_on >= \(day)
            ORDER BY post.starts_on, post.id
            """
        ) { row in
            let post = Post(
                id: try row[0], person: try row[1], role: try row[2], place: try readPlace(row, 3, 4),
                starts: try row[5], ends: try row[6], in: try row[8])
            return PostLine(post, at: try row[7])
        }
    }
}

extension String {
    /// `%` and `_` stand for themselves.
    fileprivate var escapedForLike: String {
        replacing("!", with: "!!").replacing("%", with: "!%").replacing("_", with: "!_")
    }
}
