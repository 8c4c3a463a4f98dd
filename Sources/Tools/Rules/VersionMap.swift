/// What an item of a new version is to those of the version before. Nothing else decides what is compared over time.
package enum Origin: Hashable, Sendable {
    /// Text and meaning are unchanged.
    case same(ItemKey)
    /// Other words; a judgement made under the old ones would still stand.
    case reworded(ItemKey)
    /// One of several that an old item became.
    case split(from: ItemKey)
    /// One that several old items became.
    case merged(from: [ItemKey])
    case new

    /// The items of the version before that this one continues.
    package var items: [ItemKey] {
        switch self {
        case .same(let item), .reworded(let item), .split(from: let item): [item]
        case .merged(from: let items): items
        case .new: []
        }
    }

    package var likeness: Likeness {
        switch self {
        case .same: .same
        case .reworded: .close
        case .split, .merged: .partly
        case .new: .none
        }
    }
}

/// How far two judgements of different versions may be compared.
package enum Likeness: Int, Sendable, Hashable, Comparable, CaseIterable {
    /// There is nothing before.
    case none
    /// The old level shows where this comes from; no movement is claimed.
    case partly
    /// The line goes on, marked where the words changed.
    case close
    case same

    package var claimsMovement: Bool { self >= .close }

    package static func < (a: Likeness, b: Likeness) -> Bool { a.rawValue < b.rawValue }
}

/// How a version follows another, statement by statement and part by part.
package struct VersionMap: Hashable, Sendable {
    package let follows: VersionName
    package let origins: [ItemKey: Origin]
    package let retired: Set<ItemKey>

    package func origin(of item: ItemKey) -> Origin { origins[item] ?? .new }
}

/// The way back over several versions.
package struct Lineage: Hashable, Sendable {
    private let maps: [VersionMap]

    /// - Parameter newestFirst: the maps from the version asked about back to the one after the oldest wanted.
    package init(newestFirst maps: [VersionMap]) { self.maps = maps }

    /// An item of the oldest version, and how far its judgement may be compared with one of the newest.
    package struct Ancestor: Hashable, Sendable {
        package let item: ItemKey
        package let likeness: Likeness
    }

    /// - Returns: in the order of the maps; empty when nothing in the oldest version is continued by `item`.
    package func ancestors(of item: ItemKey) -> [Ancestor] {
        maps.reduce([Ancestor(item: item, likeness: .same)]) { found, map in
            found.flatMap { ancestor in
                let origin = map.origin(of: ancestor.item)
                return origin.items.map {
                    Ancestor(item: $0, likeness: min(ancestor.likeness, origin.likeness))
                }
            }
        }
    }
}
