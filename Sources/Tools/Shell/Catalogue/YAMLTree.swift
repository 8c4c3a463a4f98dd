package import ToolRules
import Yams

/// Reads YAML without giving any value a type of its own: `no` and `2026-1` stay the words that were written.
///
/// - Throws: one fault; after a mistake in the notation nothing that follows can be trusted.
package func readTree(_ yaml: String, path: String) throws(CatalogueFaults) -> Tree {
    do {
        let parser = try Parser(yaml: yaml)
        guard let root = try parser.singleRoot() else {
            throw Unreadable(line: 1, "The file is empty.")
        }
        // A node knows its anchor only as long as the parser lives.
        return try withExtendedLifetime(parser) { try tree(root) }
    } catch let error as Unreadable {
        throw CatalogueFaults([CatalogueFault(file: path, line: error.line, sentence: error.sentence)])
    } catch let error as YamlError {
        throw CatalogueFaults([error.fault(in: path)])
    } catch {
        throw CatalogueFaults([CatalogueFault(file: path, sentence: "This is not YAML.")])
    }
}

private struct Unreadable: Error {
    let line: Int
    let sentence: String

    init(line: Int, _ sentence: String) { (self.line, self.sentence) = (line, sentence) }
}

private func tree(_ node: Node) throws -> Tree {
    let line = node.mark?.line ?? 1
    // One short file of references to references could fill the memory, and no tool needs them.
    if node.anchor != nil {
        throw Unreadable(line: line, "Names for parts of the file (&name, *name) are not used here.")
    }
    switch node {
    case .scalar(let scalar):
        let isPlain = scalar.style == .plain || scalar.style == .any
        return Tree(line: line, scalar.string.isEmpty && isPlain ? .nothing : .text(scalar.string))
    case .sequence(let items):
        return Tree(line: line, .list(try items.map(tree)))
    case .mapping(let pairs):
        return Tree(line: line, .fields(try pairs.map { try field($0.key, $0.value) }))
    case .alias:
        throw Unreadable(line: line, "Names for parts of the file (&name, *name) are not used here.")
    }
}

private func field(_ name: Node, _ value: Node) throws -> Tree.Field {
    let line = name.mark?.line ?? 1
    guard case .scalar(let scalar) = name else {
        throw Unreadable(line: line, "A name should be one word.")
    }
    return Tree.Field(scalar.string, line: line, try tree(value))
}

extension YamlError {
    fileprivate func fault(in path: String) -> CatalogueFault {
        switch self {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            CatalogueFault(file: path, line: mark.line, sentence: "This is not YAML: \(problem).")
        case .duplicatedKeysInMapping(let names, let context):
            CatalogueFault(
                file: path, line: context.mark.line,
                sentence: "\(names.sorted().map { "“\($0)”" }.joined(separator: ", ")) is here twice.")
        case .reader(let problem, _, _, _):
            CatalogueFault(file: path, sentence: "This is not text: \(problem).")
        default:
            CatalogueFault(file: path, sentence: "This is not YAML.")
        }
    }
}
