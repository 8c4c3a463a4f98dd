import Synchronization

/// Published things that were read lately, so that a page does not read sixty kilobytes of text each time. Nothing on it
/// ever goes stale, because what is published never changes; and it may be shared by trusts, because ids are drawn from
/// the words themselves.
package final class PublishedShelf<Name: Hashable & Sendable, Thing: Sendable>: Sendable {
    private struct Place {
        let thing: Thing
        var used: Int
    }

    private let room: Int
    private let places = Mutex<(all: [Name: Place], clock: Int)>(([:], 0))

    /// - Parameter room: how many things are kept; the one not asked for longest goes first.
    package init(room: Int) { self.room = room }

    /// - Parameter read: asked when it is not on the shelf; nil when there is no such thing.
    package func thing(_ name: Name, reading read: () throws -> Thing?) rethrows -> Thing? {
        if let thing = taken(name) { return thing }
        guard let thing = try read() else { return nil }
        put(thing, as: name)
        return thing
    }

    private func taken(_ name: Name) -> Thing? {
        places.withLock { shelf in
            shelf.clock += 1
            shelf.all[name]?.used = shelf.clock
            return shelf.all[name]?.thing
        }
    }

    private func put(_ thing: Thing, as name: Name) {
        places.withLock { shelf in
            if shelf.all.count >= room, let oldest = shelf.all.min(by: { $0.value.used < $1.value.used })?.key {
                shelf.all[oldest] = nil
            }
            shelf.all[name] = Place(thing: thing, used: shelf.clock)
        }
    }
}
