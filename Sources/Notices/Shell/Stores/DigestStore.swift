import Database
import Kernel
import NoticeRules
import SchoolRules
import Schools

/// Somebody whose letter of this week has not been asked for.
struct LetterCandidate: Hashable, Sendable {
    let person: PersonID
    let choice: NoticeChoice
    /// Whose calendars count; under nil the trust's.
    let places: Set<SchoolID?>
}

extension Reading {
    /// Those with a post today whose weekday has come and who were not written to in the week of `monday`.
    func letterCandidates(week monday: Day) throws -> [LetterCandidate] {
        var found: [(person: PersonID, choice: NoticeChoice, posts: [HeldPost])] = []
        try each(
            """
            SELECT post.person_id, COALESCE(notice_choice.weekday, 1), post.role, post.school_id
            FROM post
            JOIN person ON person.id = post.person_id
            LEFT JOIN notice_choice ON notice_choice.person_id = post.person_id
            WHERE post.starts_on <= \(today) AND post.ends_on >= \(today)
                AND COALESCE(notice_choice.weekday, 1) BETWEEN 1 AND \(today.weekday.rawValue)
                AND NOT EXISTS (SELECT 1 FROM digest_sent
                                WHERE digest_sent.person_id = post.person_id AND digest_sent.week = \(monday))
                AND NOT EXISTS (SELECT 1 FROM departure
                                WHERE departure.person_id = post.person_id AND departure.last_day < \(today))
            ORDER BY post.person_id
            """
        ) { row in
            let (person, school): (PersonID, SchoolID?) = (try row[0], try row[3])
            let post = HeldPost(try row[2], at: school.map { .school($0) } ?? .trust)
            if found.last?.person == person {
                found[found.count - 1].posts.append(post)
            } else {
                found.append((person, NoticeChoice(weekday: try row[1]), [post]))
            }
        }
        return found.map { entry in
            let actor = Actor(person: entry.person, name: "", posts: entry.posts)
            return LetterCandidate(person: entry.person, choice: entry.choice, places: actor.calendarPlaces)
        }
    }
}

extension Transaction {
    /// - Returns: whether nobody asked for this person's letter of that week before.
    func claimLetter(of person: PersonID, week monday: Day) throws -> Bool {
        try run(
            """
            INSERT INTO digest_sent (person_id, week, asked_at) VALUES (\(person), \(monday), \(moment))
            ON CONFLICT (person_id, week) DO NOTHING
            """) == 1
    }

    func forgetLetters(before monday: Day) throws {
        try run("DELETE FROM digest_sent WHERE week < \(monday)")
    }
}
