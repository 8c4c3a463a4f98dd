package import Database
package import Kernel
package import MeetingRules

/// Keeps what somebody typed into the page of a meeting and has not said yet, in place of what was kept before. Only they
/// read it; the history does not.
///
/// - Parameter words: by the names of the fields.
/// - Throws: `notFound`, `forbidden`; `invalid` when it is more than a page holds.
package func keepUnsaid(
    _ words: [String: String], in meeting: ID<LineMeeting>, by actor: Actor, in database: any Database
) async throws {
    try await database.write { tx in
        let found = try tx.meetingToChange(meeting)
        let permit = try MayHoldLine(actor, found.line.line)
        guard try tx.unsaid(in: meeting, of: actor.person) != words else { return }
        try tx.save(found.meeting.keepingUnsaid(words, by: permit))
    }
}
