/// One thing wrong with a file of the catalogue, where it stands and in a sentence.
package struct CatalogueFault: Error, Hashable, Sendable, CustomStringConvertible {
    /// As the reader of the message would open it: `Catalogue/tools/inclusion/2026-1.yaml`.
    package let file: String
    /// From 1; nil when the file as a whole is meant.
    package let line: Int?
    /// The way from the top of the file: `aspects 1, statements 3, evidence 2`; empty for the top itself.
    package let place: String
    package let sentence: String

    package init(file: String, line: Int? = nil, place: String = "", sentence: String) {
        (self.file, self.line, self.place, self.sentence) = (file, line, place, sentence)
    }

    package var description: String {
        [line.map { "\(file):\($0)" } ?? file, place, sentence].filter { !$0.isEmpty }.joined(
            separator: ": ")
    }
}

/// Everything that is wrong, in the order of the file; never empty.
package struct CatalogueFaults: Error, Hashable, Sendable, CustomStringConvertible {
    package let all: [CatalogueFault]

    package init(_ all: [CatalogueFault]) { self.all = all }

    package var description: String { all.map(\.description).joined(separator: "\n") }
}

/// Collects faults, so that one reading of a file names all of them.
package struct FaultList: Sendable {
    package private(set) var all: [CatalogueFault] = []

    package init() {}

    package mutating func add(_ spot: Spot, _ sentence: String) {
        all.append(
            CatalogueFault(
                file: spot.file, line: spot.tree.line, place: spot.place.words, sentence: sentence))
    }

    package var thrown: CatalogueFaults { CatalogueFaults(all.inOrderOfLines) }

    package func check() throws(CatalogueFaults) {
        if !all.isEmpty { throw thrown }
    }
}

extension [CatalogueFault] {
    /// By file and line; faults of one line stay as they were found.
    package var inOrderOfLines: [CatalogueFault] {
        enumerated().sorted { a, b in
            (a.element.file, a.element.line ?? 0, a.offset) < (
                b.element.file, b.element.line ?? 0, b.offset
            )
        }.map(\.element)
    }
}
