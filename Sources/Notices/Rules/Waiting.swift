package import Kernel

/// Something that waits for a person or comes, as letters and feeds tell it.
package struct Waiting: Hashable, Sendable {
    package enum Kind: String, Hashable, Sendable, CaseIterable {
        case check, judgement, approval, promise, blockage, meeting
    }

    /// The same on every day.
    package let id: String
    package let kind: Kind
    /// `Impact check`
    package let kindName: String
    package let title: String
    package let place: String
    package let day: Day
    package let until: Day?
    /// `15:10`
    package let clock: String?
    package let minutes: Int?
    /// Of the page on which it is done, without the site.
    package let address: String

    package init(
        id: String, kind: Kind, kindName: String, title: String, place: String, day: Day, until: Day? = nil,
        clock: String? = nil, minutes: Int? = nil, address: String
    ) {
        (self.id, self.kind, self.kindName, self.title, self.place) = (id, kind, kindName, title, place)
        (self.day, self.until, self.clock, self.minutes, self.address) = (day, until, clock, minutes, address)
    }
}
