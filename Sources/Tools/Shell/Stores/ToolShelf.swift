package import Database
import Synchronization
package import ToolRules

/// Versions that were read lately, so that a page does not read sixty kilobytes of text each time. Nothing on it ever
/// goes stale, because a published version never changes; and it may be shared by trusts, because ids are drawn from
/// the words themselves.
package final class ToolShelf: Sendable {
    private struct Place {
        let tool: PublishedTool
        var used: Int
    }

    private let room: Int
    private let places = Mutex<(all: [ToolVersionID: Place], clock: Int)>(([:], 0))

    /// - Parameter room: how many versions are kept; the one not asked for longest goes first.
    package init(room: Int) { self.room = room }

    /// - Returns: nil when this trust has no such version.
    package func tool(_ id: ToolVersionID, in reading: Reading) throws -> PublishedTool? {
        if let tool = taken(id) { return tool }
        guard let tool = try reading.publishedTool(id) else { return nil }
        put(tool)
        return tool
    }

    var count: Int { places.withLock { $0.all.count } }

    private func taken(_ id: ToolVersionID) -> PublishedTool? {
        places.withLock { shelf in
            shelf.clock += 1
            shelf.all[id]?.used = shelf.clock
            return shelf.all[id]?.tool
        }
    }

    private func put(_ tool: PublishedTool) {
        places.withLock { shelf in
            if shelf.all.count >= room,
                let oldest = shelf.all.min(by: { $0.value.used < $1.value.used })?.key
            {
                shelf.all[oldest] = nil
            }
            shelf.all[tool.id] = Place(tool: tool, used: shelf.clock)
        }
    }
}

package let toolShelf = ToolShelf(room: 64)
