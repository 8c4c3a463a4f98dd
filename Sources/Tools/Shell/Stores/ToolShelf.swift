package import Database
package import ToolRules

package typealias ToolShelf = PublishedShelf<ToolVersionID, PublishedTool>

extension ToolShelf {
    /// - Returns: nil when this trust has no such version.
    package func tool(_ id: ToolVersionID, in reading: Reading) throws -> PublishedTool? {
        try thing(id) { try reading.publishedTool(id) }
    }
}

package let toolShelf = ToolShelf(room: 64)
