import Crypto
import Foundation
package import Kernel
package import ToolRules

extension PublishedTool {
    /// The ids of a published version are drawn from the hash of its text, not from time and chance: the same words
    /// have the same ids in every trust, and who knows an id knows the words. So one shelf can serve many trusts.
    package static func drawn(_ version: ToolVersion, hash: String) -> PublishedTool {
        PublishedTool(
            id: drawnID(hash), version: version, hash: hash,
            aspect: { drawnID("\(hash) aspect \($0)") }, item: { itemID($0, hash: hash) })
    }

    static func itemID(_ key: ItemKey, hash: String) -> ItemID { drawnID("\(hash) item \(key)") }

    /// - Throws: `CatalogueFaults` when `content` is not a tool; published text always is.
    package static func reading(_ content: String, tool: ToolKey, version: VersionName) throws
        -> PublishedTool
    {
        let path = "\(tool)/\(version).yaml"
        let file = try ToolFile(try readTree(content, path: path), path: path)
        return drawn(file.version, hash: contentHash(content))
    }
}

/// The first 128 bits of the seed's SHA-256.
package func drawnID<Subject>(_ seed: String) -> ID<Subject> {
    ID(bytes: Array(SHA256.hash(data: Data(seed.utf8)).prefix(16)))
}
