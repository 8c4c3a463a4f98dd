import CPostgres
import Database

/// What one connection has prepared, by sentence and kinds of its places; the longest unused goes first.
struct PreparedStatements {
    static let most = 256

    struct Key: Hashable {
        let text: String
        let kinds: [Binding.Kind]
    }

    private struct Entry {
        let name: String
        var lastUse: Int
    }

    private var entries: [Key: Entry] = [:]
    private var uses = 0

    mutating func name(of key: Key) -> String? {
        guard let index = entries.index(forKey: key) else { return nil }
        uses += 1
        entries.values[index].lastUse = uses
        return entries.values[index].name
    }

    /// - Returns: the name that is to be forgotten by the server too.
    mutating func removeOldestIfFull() -> String? {
        guard entries.count >= Self.most, let oldest = entries.min(by: { $0.value.lastUse < $1.value.lastUse })
        else { return nil }
        entries[oldest.key] = nil
        return oldest.value.name
    }

    mutating func nextName() -> String {
        uses += 1
        return "s\(uses)"
    }

    mutating func keep(_ key: Key, as name: String) {
        entries[key] = Entry(name: name, lastUse: uses)
    }
}

extension Binding.Kind {
    /// The type that PostgreSQL gives to a place: bigint, double precision or text.
    var oid: Oid {
        switch self {
        case .integer: 20
        case .real: 701
        case .text: 25
        }
    }
}
