/// A part of a tree with the way to it: what a fault is reported at.
package struct Spot: Sendable {
    package let file: String
    package let tree: Tree
    let place: TreePlace

    package static func top(of tree: Tree, in file: String) -> Spot {
        Spot(file: file, tree: tree, place: .top)
    }

    /// What `name` holds; the spot itself when there is no such name, so that a fault is always reported nearby.
    package func nearest(_ name: String) -> Spot {
        guard case .fields(let fields) = tree.content,
            let field = fields.first(where: { $0.name == name })
        else {
            return self
        }
        return of(field)
    }

    package func text(_ faults: inout FaultList) -> String? {
        guard case .text(let text) = tree.content else {
            faults.add(self, "There should be text here.")
            return nil
        }
        let kept = text.withoutOuterSpace
        if kept.isEmpty { faults.add(self, "There should be words here.") }
        return kept.isEmpty ? nil : kept
    }

    package func key<Subject>(_ faults: inout FaultList) -> Key<Subject>? {
        guard let text = text(&faults) else { return nil }
        let key = Key<Subject>(text)
        if key == nil {
            faults.add(
                self, "“\(text)” is not a key: use at most 40 lower-case letters, digits and hyphens.")
        }
        return key
    }

    package func choice<Choice: RawRepresentable<String> & CaseIterable>(_ faults: inout FaultList) -> Choice? {
        guard let text = text(&faults) else { return nil }
        let choice = Choice(rawValue: text)
        if choice == nil {
            let known = Choice.allCases.map(\.rawValue).joined(separator: ", ")
            faults.add(self, "“\(text)” is not known here. It can be: \(known).")
        }
        return choice
    }

    /// - Parameter count: how many there must be.
    /// - Returns: what could be read of the list; nil when there is no list.
    package func list<Value>(
        _ count: ClosedRange<Int>, _ faults: inout FaultList, _ read: (Spot, inout FaultList) -> Value?
    ) -> [Value]? {
        guard case .list(let trees) = tree.content else {
            faults.add(self, "There should be a list here.")
            return nil
        }
        if !count.contains(trees.count) {
            let found = trees.count == 1 ? "there is 1" : "there are \(trees.count)"
            faults.add(self, "There should be \(count.inWords) here, and \(found).")
        }
        return trees.enumerated().compactMap { index, tree in
            read(Spot(file: file, tree: tree, place: place.item(index + 1)), &faults)
        }
    }

    /// - Returns: every name with what it holds; nil when these are not names with values.
    package func named(_ faults: inout FaultList) -> [(name: String, spot: Spot)]? {
        guard case .fields(let fields) = tree.content else {
            faults.add(self, "There should be names with values here.")
            return nil
        }
        return fields.map { ($0.name, of($0)) }
    }

    /// An empty value is reported at the line of its name.
    private func of(_ field: Tree.Field) -> Spot {
        let isEmpty = field.value.content == .nothing
        let tree = isEmpty ? Tree(line: field.line, .nothing) : field.value
        return Spot(file: file, tree: tree, place: place.named(field.name))
    }
}

extension ClosedRange<Int> {
    fileprivate var inWords: String {
        if upperBound == .max { return "at least \(lowerBound)" }
        return lowerBound == upperBound ? "\(lowerBound)" : "\(lowerBound) to \(upperBound)"
    }
}

extension String {
    /// Without white space at either end.
    var withoutOuterSpace: String {
        let kept = drop(while: \.isWhitespace)
        guard let last = kept.lastIndex(where: { !$0.isWhitespace }) else { return "" }
        return String(kept[...last])
    }
}
