import Database
import Kernel
import MeetingRules

extension Reading {
    /// How many pairings go on at a school and its departments, and the meetings that they have yet to hold.
    func openMeetings(at school: SchoolID) throws -> (pairings: Int, meetings: Int) {
        let pairings: SQL = "SELECT id FROM line WHERE school_id = \(school) AND ended_on IS NULL"
        let found = try first(
            """
            SELECT (SELECT COUNT(*) FROM line WHERE id IN (\(pairings))), COUNT(*) FROM line_meeting
            WHERE line_id IN (\(pairings)) AND meets_on >= \(today) AND held_at IS NULL AND called_off_at IS NULL
            """
        ) { (pairings: try $0[0] as Int, meetings: try $0[1] as Int) }
        return found ?? (0, 0)
    }

    /// Those that go on, by who sat in the two seats last: with its school their posts ended.
    func pairings(at school: SchoolID) throws -> [(id: ID<MeetingLine>, words: String)] {
        try rows(
            """
            SELECT l.id, \(lastHolder(of: "l.leader_seat_id")), \(lastHolder(of: "l.member_seat_id")), d.name
            FROM line l LEFT JOIN department d ON d.id = l.department_id
            WHERE l.school_id = \(school) AND l.ended_on IS NULL ORDER BY l.id
            """
        ) { row in
            let names: [String?] = [try row[1], try row[2]]
            let pair = names.map { $0 ?? nobody }.joined(separator: " and ")
            return (try row[0], [pair, try row[3] as String?].compactMap(\.self).joined(separator: ", "))
        }
    }

    private func lastHolder(of seat: SQL) -> SQL {
        """
        (SELECT person.name FROM post JOIN person ON person.id = post.person_id
         WHERE post.seat_id = \(seat) ORDER BY post.ends_on DESC, post.id LIMIT 1)
        """
    }
}

extension Transaction {
    func move(_ line: ID<MeetingLine>, to place: Place) throws {
        try run(
            """
            UPDATE line SET school_id = \(place.school), department_id = \(place.department), version = version + 1
            WHERE id = \(line)
            """)
    }
}
