/// A single day that is not what the weekday and the half terms say.
package struct MarkedDay: Hashable, Sendable {
    package enum Kind: String, Sendable, Hashable, CaseIterable {
        /// Staff work, pupils stay at home. May lie before, in or after a half term.
        case inset
        /// Nobody comes: an occasional day, or one given back for INSET held as twilights.
        case closed
        case bankHoliday = "bank-holiday"
        /// Pupils come although the day would otherwise be free; how a school undoes a day marked by the trust.
        case open

        package var name: String {
            switch self {
            case .inset: "INSET day"
            case .closed: "Closed"
            case .bankHoliday: "Bank holiday"
            case .open: "Open as usual"
            }
        }
    }

    package let day: Day
    package let kind: Kind
    /// What it is called or why: "Early May bank holiday", "Polling station". May be empty.
    package let name: String

    package init(_ day: Day, _ kind: Kind, _ name: String = "") {
        self.day = day
        self.kind = kind
        self.name = name
    }

    package var label: String { name.isEmpty ? kind.name : name }

    /// Whether staff work on it.
    package var isWorked: Bool { kind == .inset || kind == .open }
}
