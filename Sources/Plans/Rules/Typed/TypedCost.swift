import Kernel

/// Reads what people type for days of work and for money.
package enum TypedCost {
    /// A hundred million pounds, and as many days of work, are typing mistakes.
    static let most = 100_000_000

    /// - Parameter text: `2.5`, `2½`, `half`, or nothing for none; counted in half days.
    /// - Throws: `Refusal.invalid` for the field `days`.
    package static func halfDays(_ text: String) throws -> Int {
        let plain = text.lowercased().replacing("days", with: "").replacing("day", with: "").filter { !$0.isWhitespace }
        if plain.isEmpty { return 0 }
        if plain == "half" || plain == "½" { return 1 }
        let dotted = plain.replacing("½", with: ".5").replacing(",", with: ".")
        let parts = dotted.split(separator: ".", omittingEmptySubsequences: false)
        let halves: Int? = parts.count == 1 ? 0 : parts.count == 2 ? half(parts[1]) : nil
        let whole = parts[0].isEmpty && parts.count == 2 ? 0 : number(parts[0])
        guard let whole, let halves else {
            throw Refusal.invalid("days", "“\(text)” is not a number of days. Count in half days, like 2 or 2.5.")
        }
        return whole * 2 + halves
    }

    /// - Parameter text: `£1,250.50`, `1250`, or nothing for none; counted in pence.
    /// - Throws: `Refusal.invalid` for the field `money`.
    package static func pence(_ text: String) throws -> Int {
        let plain = text.filter { !$0.isWhitespace && $0 != "£" }
        if plain.isEmpty && !text.contains("£") { return 0 }
        let parts = plain.split(separator: ".", omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count), let pounds = pounds(parts[0]),
            let pence = parts.count == 1 ? 0 : pence(ofPound: parts[1])
        else {
            throw Refusal.invalid("money", "“\(text)” is not a sum of money. Write it like £1,250 or £1,250.50.")
        }
        return pounds * 100 + pence
    }

    private static func half(_ text: Substring) -> Int? {
        if text == "5" || text == "50" { return 1 }
        return text == "0" || text == "00" ? 0 : nil
    }

    private static func pence(ofPound text: Substring) -> Int? {
        guard (1...2).contains(text.utf8.count), let value = number(text) else { return nil }
        return text.utf8.count == 1 ? value * 10 : value
    }

    /// With commas only where thousands have them, so that `12,50` is not taken for twelve hundred and fifty.
    private static func pounds(_ text: Substring) -> Int? {
        let groups = text.split(separator: ",", omittingEmptySubsequences: false)
        if groups.count > 1 {
            guard (1...3).contains(groups[0].count), groups.dropFirst().allSatisfy({ $0.count == 3 }) else {
                return nil
            }
        }
        return number(Substring(groups.joined()))
    }

    private static func number(_ digits: Substring) -> Int? {
        Int(written: digits, 0...most)
    }
}

extension Cost {
    package var isNothing: Bool { self == .none }

    /// As it is typed: `2.5`; empty for none.
    package var daysTyped: String {
        if halfDays == 0 { return "" }
        return halfDays % 2 == 0 ? String(halfDays / 2) : "\(halfDays / 2).5"
    }

    /// As it is typed: `£1,250.50`; empty for none.
    package var moneyTyped: String { pence == 0 ? "" : "£" + grouped + pennies }

    /// `2.5 days and £1,250.50`; `nothing`.
    package var spoken: String {
        let days = halfDays == 0 ? nil : halfDays == 1 ? "half a day" : "\(daysTyped) \(halfDays == 2 ? "day" : "days")"
        let parts = [days, pence == 0 ? nil : moneyTyped].compactMap { $0 }
        return parts.isEmpty ? "nothing" : parts.joined(separator: " and ")
    }

    package static func + (a: Cost, b: Cost) -> Cost {
        Cost(halfDays: a.halfDays + b.halfDays, pence: a.pence + b.pence)
    }

    private var grouped: String {
        let digits = Array(String(pence / 100))
        return digits.enumerated().reduce(into: "") { text, next in
            if next.offset > 0 && (digits.count - next.offset) % 3 == 0 { text.append(",") }
            text.append(next.element)
        }
    }

    private var pennies: String {
        let rest = pence % 100
        return rest == 0 ? "" : rest < 10 ? ".0\(rest)" : ".\(rest)"
    }
}
