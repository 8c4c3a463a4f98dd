/// A file of the catalogue as it was parsed, before anything is known of what it should hold. The rules read this;
/// which notation it was written in is the shell's business.
package struct Tree: Hashable, Sendable {
    /// Where it begins, from 1.
    package let line: Int
    package let content: Content

    package init(line: Int, _ content: Content) {
        (self.line, self.content) = (line, content)
    }

    package indirect enum Content: Hashable, Sendable {
        case nothing
        case text(String)
        case list([Tree])
        case fields([Field])
    }

    package struct Field: Hashable, Sendable {
        package let name: String
        /// The line of the name, which may stand above that of the value.
        package let line: Int
        package let value: Tree

        package init(_ name: String, line: Int, _ value: Tree) {
            (self.name, self.line, self.value) = (name, line, value)
        }
    }
}

/// The way from the top of a file to a part of it.
struct TreePlace: Hashable, Sendable {
    private let steps: [Step]

    private enum Step: Hashable, Sendable {
        case name(String)
        /// From 1.
        case item(Int)
    }

    static let top = TreePlace(steps: [])

    private init(steps: [Step]) { self.steps = steps }

    func named(_ name: String) -> TreePlace { TreePlace(steps: steps + [.name(name)]) }

    func item(_ number: Int) -> TreePlace { TreePlace(steps: steps + [.item(number)]) }

    /// `aspects 1, statements 3, text`.
    var words: String {
        steps.reduce("") { words, step in
            switch step {
            case .name(let name): words.isEmpty ? name : "\(words), \(name)"
            case .item(let number): "\(words) \(number)"
            }
        }
    }
}
