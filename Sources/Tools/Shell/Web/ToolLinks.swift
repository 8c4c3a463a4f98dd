package import ToolRules

package enum ToolLinks {
    package static let library = "/tools"

    package static func version(_ tool: ToolKey, _ version: VersionName) -> String { "/tools/\(tool)/\(version)" }

    package static func file(_ tool: ToolKey, _ version: VersionName) -> String { "/tools/\(tool)/\(version).yaml" }

    /// A statement or part, where its tool explains it.
    package static func item(_ item: ItemKey, of tool: ToolVersion) -> String {
        "\(version(tool.tool, tool.version))#\(item)"
    }
}
