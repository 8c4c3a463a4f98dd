import Foundation
import Kernel
package import SchoolRules

/// A plan as one JSON object: what `termwise import schools --json` prints.
struct ImportReport: Encodable {
    struct Named: Encodable {
        let uid: String?
        let name: String

        func encode(to encoder: any Encoder) throws {
            var box = encoder.container(keyedBy: Keys.self)
            try box.encode(uid, forKey: .uid)
            try box.encode(name, forKey: .name)
        }

        private enum Keys: CodingKey { case uid, name }
    }

    struct School: Encodable {
        let urn: String
        let name: String
        var fields: [String]?
        /// `closed` or `left`.
        var reason: String?
        var date: String?
    }

    struct Note: Encodable {
        let line: Int
        let reason: String
    }

    let trust: Named
    let added: [School]
    let changed: [School]
    let closed: [School]
    let unchanged: Int
    let refused: [Note]
    let warnings: [Note]
}

extension ImportReport {
    init(_ plan: ImportPlan) {
        trust = Named(uid: plan.trust.uid, name: plan.trust.name)
        added = plan.added.map { School(urn: $0.facts.urn, name: $0.facts.name) }
        changed = plan.changed.map { School(urn: $0.facts.urn, name: $0.facts.name, fields: $0.what) }
        closed = plan.closed.map { ending in
            switch ending.why {
            case .closed(let day): School(ending.facts, "closed", day)
            case .left(let day): School(ending.facts, "left", day)
            }
        }
        unchanged = plan.unchanged
        refused = plan.refused.map { Note(line: $0.line, reason: $0.reason) }
        warnings = plan.warnings.map { Note(line: $0.line, reason: $0.reason) }
    }
}

extension ImportReport.School {
    fileprivate init(_ facts: SchoolFacts, _ reason: String, _ day: Day?) {
        self.init(urn: facts.urn, name: facts.name, fields: nil, reason: reason, date: day?.description)
    }
}

extension ImportPlan.Change {
    /// The names of what changes; `trust` for a school that is back, `joined` and `history` for what came to be known.
    var what: [String] {
        fields.map(\.fact.rawValue) + (returns ? ["trust"] : []) + (joined == school.joined ? [] : ["joined"])
            + (linked ? ["history"] : [])
    }
}

extension ImportPlan {
    package var json: String {
        get throws {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
            return String(decoding: try encoder.encode(ImportReport(self)), as: UTF8.self)
        }
    }
}
