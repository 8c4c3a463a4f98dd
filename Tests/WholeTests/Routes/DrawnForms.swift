import Foundation

/// The forms that pages draw, read as a browser reads them: where each goes, and its fields with what stands in them.
struct DrawnForms {
    private(set) var all: [(action: String, fields: [String: String])] = []

    mutating func add(_ page: String) {
        for form in page.components(separatedBy: "<form ").dropFirst() {
            let parts = form.components(separatedBy: "</form>")
            guard let opening = parts[0].prefix(upTo: ">"), opening.contains("method=\"post\""),
                let action = Self.value("action", in: opening)
            else { continue }
            var fields: [String: String] = [:]
            // Some buttons send their form elsewhere.
            var actions = [action]
            for tag in parts[0].components(separatedBy: "<").dropFirst() {
                guard let tag = tag.prefix(upTo: ">") else { continue }
                if let other = Self.value("formaction", in: tag) { actions.append(other) }
                guard let name = Self.value("name", in: tag), name != "form-token" else {
                    continue
                }
                if fields[name] == nil { fields[name] = Self.value("value", in: tag) ?? "" }
            }
            all += actions.map { (String($0.prefix { !"?#".contains($0) }), fields) }
        }
    }

    /// Every field that some form draws that goes to such an address as `/plans/:plan`; nil when none goes there.
    func fields(to pattern: String) -> [String: String]? {
        let parts = pattern.split(separator: "/")
        let found = all.filter { form in
            let own = form.action.split(separator: "/")
            return own.count == parts.count && zip(own, parts).allSatisfy { $1.hasPrefix(":") || $0 == $1 }
        }
        guard !found.isEmpty else { return nil }
        return found.reduce(into: [:]) { $0.merge($1.fields) { first, _ in first } }
    }

    private static func value(_ name: String, in tag: Substring) -> String? {
        guard
            let start = tag.range(of: " \(name)=\"")
                ?? (tag.hasPrefix("\(name)=\"") ? tag.range(of: "\(name)=\"") : nil)
        else { return nil }
        return String(tag[start.upperBound...].prefix { $0 != "\"" }).replacing("&amp;", with: "&")
    }
}

extension String {
    fileprivate func prefix(upTo end: Character) -> Substring? { firstIndex(of: end).map { self[..<$0] } }
}
