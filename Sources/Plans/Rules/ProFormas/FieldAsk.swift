/// How a pro-forma asks for one field.
package struct FieldAsk: Hashable, Sendable {
    package let label: String
    /// A sentence or two under the label; empty for none.
    package let hint: String
    package let need: Need

    package init(_ label: String, hint: String = "", need: Need = .optional) {
        (self.label, self.hint, self.need) = (label, hint, need)
    }

    package enum Need: String, CaseIterable, Sendable {
        case required, optional
        case notAsked = "not-asked"

        package var name: String {
            switch self {
            case .required: "Required"
            case .optional: "Optional"
            case .notAsked: "Not asked"
            }
        }
    }
}

/// What a pro-forma can ask for, in the order of a form.
package enum ProFormaField: String, CaseIterable, Sendable {
    case title, why, stops
    case what, aspects, seen, how, support, owner, supporter, from, to, days, money

    package static let ofPriority: [ProFormaField] = [.title, .why, .stops]
    package static let ofAction: [ProFormaField] = allCases.filter { !ofPriority.contains($0) }

    /// A priority without a name, or an action that nobody owns and that never begins, is none.
    package var isAlwaysRequired: Bool { [.title, .what, .owner, .from, .to].contains(self) }

    /// How it is asked for where a pro-forma does not say.
    package var usualAsk: FieldAsk {
        FieldAsk(usualLabel, need: isAlwaysRequired ? .required : .optional)
    }

    private var usualLabel: String {
        switch self {
        case .title: "Priority"
        case .why: "Why this, and why now"
        case .stops: "What stops so that this can start"
        case .what: "Action"
        case .aspects: "Essential aspects"
        case .seen: "What we will see when it works"
        case .how: "How"
        case .support: "Support needed"
        case .owner: "Owner"
        case .supporter: "Supporter"
        case .from: "From"
        case .to: "To"
        case .days: "Days"
        case .money: "Money"
        }
    }
}
