import Kernel

/// Reads the facts of one school from its row, over what was known. A column that the layout does not have says
/// nothing, so the known fact stays; an empty value under a heading says that there is none. A value that cannot be
/// read leaves the known fact and a note.
struct FactReading {
    private let heading: RegisterHeading
    private let record: CSVRecord
    private(set) var facts: SchoolFacts
    private(set) var notes: [String] = []

    init(_ heading: RegisterHeading, _ record: CSVRecord, urn: String, name: String, over known: SchoolFacts?) {
        (self.heading, self.record) = (heading, record)
        facts = known ?? SchoolFacts(urn: urn, name: name)
        readName(name, known: known?.name)
        readKind()
        readStatus()
        readNumbers()
        readDays()
        readPhase()
        readProvisions()
    }

    private func value(_ column: RegisterColumn) -> String? { heading.value(column, in: record) }

    /// A name that lost letters never replaces one that has them, also when the school may have been renamed.
    private mutating func readName(_ name: String, known: String?) {
        guard name.hasLostLetters else { return facts.name = name }
        let lost = "Letters of the name \"\(name)\" were lost before this file was made"
        guard let known, !known.hasLostLetters else {
            facts.name = name
            return notes.append("\(lost). Bring in the register as downloaded to have them.")
        }
        facts.name = known
        notes.append(
            name.mended(by: known) == nil
                ? "\(lost), so the school stays \"\(known)\". If it was renamed, bring in the register as downloaded."
                : "\(lost), so the school stays \"\(known)\".")
    }

    /// Other words of the register: those that lost letters leave what was known.
    private func words(_ column: RegisterColumn, known: String?) -> String? {
        guard let text = value(column)?.spacedOnce else { return nil }
        return text.hasLostLetters && known?.isEmpty == false ? known : text
    }

    private mutating func readKind() {
        if let type = words(.type, known: facts.type) { facts.type = type }
        if heading.has(.type) || heading.has(.typeCode) {
            facts.provision = EstablishmentType.provision(heading, record)
        }
        if let town = words(.town, known: facts.town) { facts.town = town.isEmpty ? nil : town }
        if let name = words(.authority, known: facts.authority) { facts.authority = name }
        if let code = value(.authorityCode) { facts.authorityCode = RegisterValue.code(code, width: 3) }
        if let number = value(.establishmentNumber) {
            facts.establishmentNumber = RegisterValue.code(number, width: 4)
        }
        if let text = value(.ukprn) {
            facts.ukprn = RegisterValue.ukprn(text)
            if facts.ukprn == nil, !text.isEmpty { notes.append("The UKPRN \"\(text)\" is not eight digits.") }
        }
    }

    private mutating func readStatus() {
        if case .known(let status) = RegisterStanding.status(heading, record) { facts.status = status }
    }

    private mutating func readNumbers() {
        number(.lowAge, \.lowAge)
        number(.highAge, \.highAge)
        number(.capacity, \.capacity)
        number(.pupils, \.pupils)
        if let low = facts.lowAge, let high = facts.highAge, low >= high {
            notes.append("The ages \(low) to \(high) are not a span.")
        }
    }

    private mutating func number(_ column: RegisterColumn, _ fact: WritableKeyPath<SchoolFacts, Int?>) {
        guard let text = value(column) else { return }
        let number = RegisterValue.number(text)
        if number != nil || text.isEmpty { return facts[keyPath: fact] = number }
        notes.append("\(column.rawValue) \"\(text)\" is not a whole number.")
    }

    private mutating func readDays() {
        day(.opened, \.opened)
        day(.closes, \.closes)
        day(.pupilsCounted, \.pupilsCounted)
    }

    private mutating func day(_ column: RegisterColumn, _ fact: WritableKeyPath<SchoolFacts, Day?>) {
        guard let text = value(column) else { return }
        switch RegisterValue.day(text) {
        case .day(let day): facts[keyPath: fact] = day
        case .none: facts[keyPath: fact] = nil
        case .wrong: notes.append("\(column.rawValue) \"\(text)\" is not a date.")
        }
    }

    private mutating func readPhase() {
        let fromAges = SchoolPhase(ages: facts.lowAge, facts.highAge)
        guard heading.has(.phase) || heading.has(.phaseCode) else {
            if facts.phase == nil { facts.phase = fromAges }
            return
        }
        switch RegisterPhase(code: value(.phaseCode) ?? "", name: value(.phase) ?? "") {
        case .phase(let phase): facts.phase = phase
        case .fromAges: facts.phase = fromAges
        case .odd(let text):
            notes.append("The register has no phase \"\(text)\"; the ages are taken instead.")
            facts.phase = fromAges
        }
    }

    private mutating func readProvisions() {
        if let text = value(.nursery)?.lowercased() {
            facts.nursery = ["has nursery classes": true, "no nursery classes": false][text]
        }
        if let code = value(.sixthFormCode).flatMap(RegisterValue.number) {
            facts.sixthForm = [1: true, 2: false][code]
        } else if let text = value(.sixthForm)?.lowercased() {
            facts.sixthForm = ["has a sixth form": true, "does not have a sixth form": false][text]
        }
    }
}
