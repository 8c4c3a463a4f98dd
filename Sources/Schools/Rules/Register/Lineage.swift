import Kernel

extension ImportPlan {
    /// The links that matter: one end is a school of the trust, and the database does not keep it as fully yet.
    static func newLinks(
        _ reading: RegisterReading, schools: [String: School], known: [SuccessorLink]
    ) -> [SuccessorLink] {
        let adding = reading.rows.filter { $0.belongs == true && $0.standing == .open }.map(\.facts.urn)
        let ours = Set(schools.keys).union(adding)
        let kept = known.merged
        return reading.links.merged.values.compactMap { link in
            guard ours.contains(link.predecessor) || ours.contains(link.successor) else { return nil }
            guard let old = kept[link.ends] else { return link }
            let both = old.completed(by: link)
            return both == old ? nil : both
        }
        .sorted { ($0.successor, $0.predecessor) < ($1.successor, $1.predecessor) }
    }
}

/// Who follows whom, among the schools of the trust.
struct Lineage {
    private let before: [String: [School]]
    private let newlyLinked: Set<String>

    init(_ links: [SuccessorLink], schools: [String: School], new: Set<SuccessorLink.Ends>) {
        var before: [String: [School]] = [:]
        for end in Set(links.map(\.ends)).sorted(by: { $0.predecessor < $1.predecessor }) {
            if let school = schools[end.predecessor] { before[end.successor, default: []].append(school) }
        }
        self.before = before
        newlyLinked = Set(new.flatMap { [$0.predecessor, $0.successor] })
    }

    func predecessors(of urn: String) -> [School] { before[urn] ?? [] }
    func isNew(_ urn: String) -> Bool { newlyLinked.contains(urn) }
}
