/// The register's phase of education, by code where there is one, or else by name.
enum RegisterPhase: Hashable {
    case phase(SchoolPhase)
    /// "Not applicable", or nothing at all.
    case fromAges
    case odd(String)

    /// Middle schools (3 and 5) count as what they are deemed.
    private static let codes: [Int: RegisterPhase] = [
        0: .fromAges, 1: .phase(.nursery), 2: .phase(.primary), 3: .phase(.primary), 4: .phase(.secondary),
        5: .phase(.secondary), 6: .phase(.post16), 7: .phase(.allThrough),
    ]

    private static let names: [String: RegisterPhase] = [
        "": .fromAges, "not applicable": .fromAges, "nursery": .phase(.nursery), "primary": .phase(.primary),
        "middle deemed primary": .phase(.primary), "secondary": .phase(.secondary),
        "middle deemed secondary": .phase(.secondary), "16 plus": .phase(.post16),
        "all-through": .phase(.allThrough), "all through": .phase(.allThrough),
    ]

    init(code: String, name: String) {
        if let known = RegisterValue.number(code).flatMap({ RegisterPhase.codes[$0] }) {
            self = known
        } else {
            self = RegisterPhase.names[name.spacedOnce.lowercased()] ?? .odd(name)
        }
    }
}
