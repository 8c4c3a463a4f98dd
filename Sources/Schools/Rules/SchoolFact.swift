import Kernel

/// One thing that the register says about a school. The raw value is the name that the JSON answer uses.
package enum SchoolFact: String, Sendable, Hashable, CaseIterable {
    case name, type, provision, status, opened, closes, phase, lowAge, highAge, nursery, sixthForm, capacity, pupils
    case pupilsCounted, authorityCode, authority, establishmentNumber, ukprn, town

    package var label: String {
        switch self {
        case .name: "Name"
        case .type: "Type"
        case .provision: "Provision"
        case .status: "Status"
        case .opened: "Opened"
        case .closes: "Closes"
        case .phase: "Phase"
        case .lowAge: "Youngest age"
        case .highAge: "Oldest age"
        case .nursery: "Nursery classes"
        case .sixthForm: "Sixth form"
        case .capacity: "Capacity"
        case .pupils: "Pupils on roll"
        case .pupilsCounted: "Pupils counted"
        case .authorityCode: "Local authority code"
        case .authority: "Local authority"
        case .establishmentNumber: "Establishment number"
        case .ukprn: "UKPRN"
        case .town: "Town"
        }
    }
}

extension SchoolFacts {
    /// The fact as people read it; empty when it is not known. Two schools differ in a fact when its texts differ.
    package subscript(fact: SchoolFact) -> String {
        switch fact {
        case .name: name
        case .type: type
        case .provision: provision.name
        case .status: status.name
        case .opened: opened?.long ?? ""
        case .closes: closes?.long ?? ""
        case .phase: phase?.name ?? ""
        case .lowAge: number(lowAge)
        case .highAge: number(highAge)
        case .nursery: yesOrNo(nursery)
        case .sixthForm: yesOrNo(sixthForm)
        case .capacity: number(capacity)
        case .pupils: number(pupils)
        case .pupilsCounted: pupilsCounted?.long ?? ""
        case .authorityCode: authorityCode
        case .authority: authority
        case .establishmentNumber: establishmentNumber
        case .ukprn: ukprn ?? ""
        case .town: town ?? ""
        }
    }

    package func differences(from old: SchoolFacts) -> [FactChange] {
        SchoolFact.allCases.compactMap { fact in
            old[fact] == self[fact] ? nil : FactChange(fact: fact, old: old[fact], new: self[fact])
        }
    }

    private func number(_ value: Int?) -> String { value.map(String.init) ?? "" }
    private func yesOrNo(_ value: Bool?) -> String { value.map { $0 ? "yes" : "no" } ?? "" }
}

/// One fact of a school that the register now tells otherwise; the texts are what people read, empty for not known.
package struct FactChange: Hashable, Sendable {
    package let fact: SchoolFact
    package let old: String
    package let new: String
}
