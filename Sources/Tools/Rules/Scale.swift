/// One described step of a scale.
package struct Level: Hashable, Sendable {
    /// From 1, least first.
    package let order: Int
    package let key: LevelKey
    package let name: String
    /// What is true of a place at this level.
    package let means: String
}

/// The ordered, described levels of a tool, least to most.
package struct Scale: Hashable, Sendable {
    package static let sizes = 2...7

    package let levels: [Level]

    package var count: Int { levels.count }

    /// - Returns: nil for a number that this scale does not have.
    package subscript(order order: Int) -> Level? {
        levels.indices.contains(order - 1) ? levels[order - 1] : nil
    }

    package func level(_ key: LevelKey) -> Level? { levels.first { $0.key == key } }
}
