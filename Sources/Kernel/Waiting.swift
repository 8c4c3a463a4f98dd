/// Something that waits for a person or comes, in words: what Today, letters and calendar feeds are made of.
package struct Waiting: Sendable, Hashable {
    package enum Kind: String, Sendable, Hashable, CaseIterable {
        case check, judgement, approval, promise, blockage, meeting

        package var name: String {
            switch self {
            case .check: "Impact check"
            case .judgement: "Judgement"
            case .approval: "Approval"
            case .promise: "Promise"
            case .blockage: "Blockage"
            case .meeting: "Meeting"
            }
        }
    }

    /// What became of it, once it waits no longer: calendars show it for a while, nothing else does.
    package enum End: String, Sendable, Hashable, CaseIterable {
        case held, calledOff
    }

    /// The same on every day, such as `check-` and the check's id.
    package let id: String
    package let kind: Kind
    /// What is to be looked at, judged, approved or kept, in the words it was written in.
    package let title: String
    /// `English, Willowbrook Academy`
    package let place: String
    package let day: Day
    /// The last day on which it is in time; after it, it is missed. nil for what cannot be missed.
    package let until: Day?
    /// The clock, `15:10`, and the length of a meeting.
    package let clock: String?
    package let minutes: Int?
    /// Of the page on which it is done, without the site.
    package let address: String
    /// Where it falls due; nil for what belongs to no school.
    package let school: SchoolID?
    /// nil while it waits.
    package let end: End?

    package init(
        id: String, kind: Kind, title: String, place: String, day: Day, until: Day? = nil, clock: String? = nil,
        minutes: Int? = nil, address: String, school: SchoolID? = nil, end: End? = nil
    ) {
        (self.id, self.kind, self.title, self.place, self.school) = (id, kind, title, place, school)
        self.end = end
        (self.day, self.until, self.clock, self.minutes, self.address) = (day, until, clock, minutes, address)
    }
}
