package import Kernel
package import Markup

/// Something that waits for a person, as Today, the weekly letter and the calendar feed show it.
package struct Due: Sendable {
    package enum Kind: String, Sendable, CaseIterable {
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
    /// The page on which it is done.
    package let address: String
    /// The small form that does it in place, given the form token; nil where it takes a page.
    package let form: (@Sendable (_ token: String) -> HTML)?

    package init(
        id: String, kind: Kind, title: String, place: String, day: Day, until: Day? = nil, clock: String? = nil,
        minutes: Int? = nil, address: String, form: (@Sendable (_ token: String) -> HTML)? = nil
    ) {
        (self.id, self.kind, self.title, self.place) = (id, kind, title, place)
        (self.day, self.until, self.clock, self.minutes) = (day, until, clock, minutes)
        (self.address, self.form) = (address, form)
    }

    package func isMissed(on today: Day) -> Bool { until.map { today > $0 } ?? false }
}
