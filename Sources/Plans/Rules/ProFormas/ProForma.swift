/// What a plan of one kind asks for and how much it may hold. A plan keeps the version it was begun with.
package struct ProForma: Hashable, Sendable {
    package let id: ProFormaID
    package let key: ProFormaKey
    package let version: ProFormaVersion
    package let kind: PlanKind
    package let name: String
    /// The trust whose own edition this is; empty when it is as Termwise ships it.
    package let edition: String
    package let purpose: String
    /// Who writes such a plan.
    package let audience: String
    package let maxPriorities: Int
    /// In the whole plan; nil when it is not limited.
    package let maxActions: Int?
    /// How long it runs, in school weeks; nil when the plan itself says.
    package let weeks: Int?
    package let review: CheckRhythm
    /// Whether it lists what stands in the way, with who removes it by when.
    package let hasBlockages: Bool
    /// In the order of time; none twice.
    package let horizons: [HorizonAsk]
    private let asks: [ProFormaField: FieldAsk]

    /// - Parameter asks: what this pro-forma says of its fields; the others are asked for as usual.
    package init(
        id: ProFormaID, key: ProFormaKey, version: ProFormaVersion, kind: PlanKind, name: String, edition: String = "",
        purpose: String, audience: String, limits: Limits = .usual, review: CheckRhythm = .halfTermly,
        hasBlockages: Bool = false, horizons: [HorizonAsk] = HorizonAsk.usual, asks: [ProFormaField: FieldAsk] = [:]
    ) {
        (self.id, self.key, self.version, self.kind) = (id, key, version, kind)
        (self.name, self.edition, self.purpose, self.audience) = (name, edition, purpose, audience)
        (maxPriorities, maxActions, weeks) = (limits.priorities, limits.actions, limits.weeks)
        (self.review, self.hasBlockages, self.horizons, self.asks) = (review, hasBlockages, horizons, asks)
    }

    package func field(_ field: ProFormaField) -> FieldAsk { asks[field] ?? field.usualAsk }

    package func asks(for field: ProFormaField) -> Bool { self.field(field).need != .notAsked }

    package var isOwnEdition: Bool { version.own != nil }
}

extension ProForma {
    /// How much a plan may hold.
    package struct Limits: Hashable, Sendable {
        package let priorities: Int
        package let actions: Int?
        package let weeks: Int?

        package init(priorities: Int = 3, actions: Int? = nil, weeks: Int? = nil) {
            (self.priorities, self.actions, self.weeks) = (priorities, actions, weeks)
        }

        package static let usual = Limits()

        /// A plan for everything is a plan for nothing.
        package static let rangeOfPriorities = 1...7
        package static let rangeOfActions = 1...40
        /// A school year has 39.
        package static let rangeOfWeeks = 1...39
    }
}
