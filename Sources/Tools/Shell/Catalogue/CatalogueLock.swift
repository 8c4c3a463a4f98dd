import ToolRules

/// `catalogue.lock`: the hash of every published file, one a line, as `sha256sum` writes and checks them.
struct CatalogueLock {
    static let name = "catalogue.lock"

    private let folder: CatalogueFolder
    private(set) var hashes: [String: String] = [:]
    private(set) var lines: [String: Int] = [:]
    private(set) var faults: [CatalogueFault] = []

    /// No file is an empty lock.
    static func read(_ folder: CatalogueFolder) -> CatalogueLock {
        var lock = CatalogueLock(folder: folder)
        guard let text = try? folder.text(name) else { return lock }
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
        where !line.isEmpty {
            lock.add(String(line), at: index + 1)
        }
        return lock
    }

    private init(folder: CatalogueFolder) { self.folder = folder }

    private mutating func add(_ text: String, at line: Int) {
        let hash = String(text.prefix(64))
        let path = String(text.dropFirst(66))
        let isHash = hash.utf8.count == 64 && hash.allSatisfy { $0.isHexDigit && !$0.isUppercase }
        guard isHash, text.dropFirst(64).hasPrefix("  "), !path.isEmpty else {
            return refuse("A line is a hash, two spaces and the path of a file.", at: line)
        }
        guard hashes.updateValue(hash, forKey: path) == nil else {
            return refuse("“\(path)” is here twice.", at: line)
        }
        lines[path] = line
    }

    private mutating func refuse(_ sentence: String, at line: Int) {
        faults.append(CatalogueFault(file: folder.shown(Self.name), line: line, sentence: sentence))
    }

    /// Published files that are not what they were.
    func broken(by files: [CatalogueFolder.File], of kinds: [CatalogueKind]) -> [CatalogueFault] {
        let now = Dictionary(files.map { ($0.path, $0.hash) }, uniquingKeysWith: { first, _ in first })
        let looked = hashes.keys.filter { path in kinds.contains { $0.holds(path) } }
        return looked.sorted().compactMap { path in
            switch now[path] {
            case nil:
                CatalogueFault(
                    file: folder.shown(Self.name), line: lines[path],
                    sentence: "“\(path)” was published and is not there any more. Put it back.")
            case hashes[path]: nil
            default:
                CatalogueFault(
                    file: folder.shown(path),
                    sentence:
                        "It was published and has changed. Put it back, and make the change a new version.")
            }
        }
    }

    func missing(of files: [CatalogueFolder.File]) -> [CatalogueFault] {
        files.filter { hashes[$0.path] == nil }.map {
            CatalogueFault(
                file: folder.shown($0.path),
                sentence:
                    "It is not in \(Self.name). When its words are final, add it with “termwise catalogue lock”."
            )
        }
    }

    /// The lock with lines for `files` added.
    func text(adding files: [CatalogueFolder.File]) -> String {
        let all = hashes.merging(files.map { ($0.path, $0.hash) }) { old, _ in old }
        return all.keys.sorted().map { "\(all[$0]!)  \($0)\n" }.joined()
    }
}

/// Publishes every file that is not locked yet. Lines are only ever added.
///
/// - Parameters:
///   - folder: the path of the catalogue.
///   - kinds: what it holds.
/// - Returns: the paths that were added.
/// - Throws: `CatalogueFaults` when a file has faults or a published one changed or went; then nothing is written.
package func catalogueLock(_ folder: String, of kinds: [CatalogueKind]) throws -> [String] {
    let folder = CatalogueFolder(folder)
    let (files, found) = folder.files(of: kinds)
    let lock = CatalogueLock.read(folder)
    let faults = found + lock.faults + lock.broken(by: files, of: kinds)
    if !faults.isEmpty { throw CatalogueFaults(faults.inOrderOfLines) }
    let added = files.filter { lock.hashes[$0.path] == nil }
    if !added.isEmpty { try folder.write(lock.text(adding: added), to: CatalogueLock.name) }
    return added.map(\.path)
}
