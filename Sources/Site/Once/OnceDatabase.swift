import Database
import Kernel
import Synchronization

/// The trust's database as a form that makes something writes to it. The first transaction also keeps what it made under
/// the form's id; when the form comes again, it is answered with that, and its handler goes where it went at first. Two
/// that come at the same moment meet at the row: one makes, the other is answered.
///
/// A form that comes again with other words is refused with a sentence, because either silence would be wrong: making a
/// second thing, or letting the words go.
final class OnceDatabase: DatabaseBeneath, @unchecked Sendable {
    private let once: Once
    private let isUsed = Mutex(false)

    init(_ trust: any Database, once: Once) {
        self.once = once
        super.init(trust)
    }

    override func write<Value: Sendable>(
        _ work: @escaping @Sendable (Transaction) throws -> Value
    ) async throws -> Value {
        let isFirst = isUsed.withLock { used in
            defer { used = true }
            return !used
        }
        guard isFirst else { return try await beneath.write(work) }
        return try await beneath.write { [once] tx in
            guard let known = try tx.claim(once) else {
                let value = try work(tx)
                try tx.keep((value as? any Recallable)?.description ?? "", madeBy: once)
                return value
            }
            guard known.said == once.said else { throw Refusal.conflict(Self.otherWords) }
            guard let value = Self.recalled(known.made, as: Value.self) else { throw AlreadyMade() }
            return value
        }
    }

    private static let otherWords =
        "This form was sent before, and what it made is there. Here it says something else: send it again if that is to be made as well."

    private static func recalled<Value>(_ made: String, as type: Value.Type) -> Value? {
        if let nothing = () as? Value { return nothing }
        return (type as? any Recallable.Type)?.init(made) as? Value
    }
}

extension TrustHome {
    func making(_ once: Once) -> TrustHome { TrustHome(key: key, database: OnceDatabase(database, once: once)) }
}
