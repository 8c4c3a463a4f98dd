package import Kernel

/// What an import would do, decided before anything is done: a function of the file, the database and the day.
package struct ImportPlan: Sendable {
    package struct Addition: Hashable, Sendable {
        package let line: Int
        package let facts: SchoolFacts
        package let joined: Day?
        /// Schools of the trust whose history goes on in this one.
        package let predecessors: [School]
    }

    package struct Change: Hashable, Sendable {
        package let school: School
        package let facts: SchoolFacts
        package let joined: Day?
        package let fields: [FactChange]
        /// It had left the trust and is back.
        package let returns: Bool
        /// A link to its history is new.
        package let linked: Bool
    }

    package struct Ending: Hashable, Sendable {
        package let school: School
        package let facts: SchoolFacts
        package let why: Why

        package enum Why: Hashable, Sendable {
            case closed(Day?)
            /// In no trust or in another one since this day: as the register tells, or else that of the import.
            case left(Day)
        }

        /// The last day on which the school works in the trust.
        ///
        /// - Parameter today: the day of the import; the school closed before it when the register does not say when.
        package func lastDay(on today: Day) -> Day {
            switch why {
            case .closed(let day): min(day ?? today - 1, today)
            case .left(let day): day - 1
            }
        }
    }

    package let trust: RegisterTrust
    package internal(set) var added: [Addition] = []
    package internal(set) var changed: [Change] = []
    package internal(set) var closed: [Ending] = []
    package internal(set) var unchanged = 0
    package internal(set) var refused: [LineNote] = []
    package internal(set) var warnings: [LineNote] = []
    /// New links, and kept ones of which more is known now.
    package internal(set) var links: [SuccessorLink] = []

    package var changesNothing: Bool { added.isEmpty && changed.isEmpty && closed.isEmpty && links.isEmpty }
}
