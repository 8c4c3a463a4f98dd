/// A version as a trust has it: with the ids that its judgements point at.
package struct PublishedTool: Sendable {
    package let id: ToolVersionID
    package let version: ToolVersion
    /// Of the file, in hexadecimal.
    package let hash: String
    /// In the order of judging.
    package let items: [PublishedItem]
    package let itemIDs: [ItemID]
    /// Whether no statement is only for some schools.
    package let appliesEverywhere: Bool
    private let aspectIDs: [AspectKey: AspectID]
    private let places: [ItemID: Int]

    /// - Parameter draw: gives each key its id.
    package init(
        id: ToolVersionID, version: ToolVersion, hash: String, aspect: (AspectKey) -> AspectID,
        item: (ItemKey) -> ItemID
    ) {
        (self.id, self.version, self.hash) = (id, version, hash)
        let aspectIDs = Dictionary(
            uniqueKeysWithValues: version.aspects.map { ($0.key, aspect($0.key)) })
        let items = version.judgedItems.map { judged in
            PublishedItem(id: item(judged.key), aspect: aspectIDs[judged.aspect]!, item: judged)
        }
        self.aspectIDs = aspectIDs
        self.items = items
        itemIDs = items.map(\.id)
        appliesEverywhere = items.allSatisfy { $0.item.statement.applies == .everywhere }
        places = Dictionary(uniqueKeysWithValues: items.enumerated().map { ($1.id, $0) })
    }

    /// - Returns: nil for an item of another version.
    package func item(_ id: ItemID) -> PublishedItem? { places[id].map { items[$0] } }

    package func id(of key: ItemKey) -> ItemID? { version.item(key).map { items[$0.order - 1].id } }

    package func id(of aspect: AspectKey) -> AspectID? { aspectIDs[aspect] }

    package func items(for setting: Setting) -> [PublishedItem] {
        items.filter { $0.item.applies(to: setting) }
    }
}

package struct PublishedItem: Hashable, Sendable {
    package let id: ItemID
    package let aspect: AspectID
    package let item: JudgedItem
}
