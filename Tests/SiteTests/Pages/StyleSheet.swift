import Foundation

/// The style sheet as these tests read it: its text, and its colours in both schemes.
struct StyleSheet {
    /// Names that look as their element does without a rule of their own.
    static let plain: Set<String> = ["plain", "full", "spread-bar", "d-school"]

    let text: String
    let light: [String: Colour]
    let dark: [String: Colour]

    static func termwise(_ here: String = #filePath) throws -> StyleSheet {
        let root = URL(filePath: here).deletingLastPathComponent().appending(path: "../../..")
        let text = try String(contentsOf: root.appending(path: "Sources/Site/Assets/termwise.css"), encoding: .utf8)
        let blocks = text.matches(of: /:root \{([^}]*)\}/).map { colours(String($0.1)) }
        return StyleSheet(text: text, light: blocks[0], dark: blocks[0].merging(blocks[1]) { $1 })
    }

    private static func colours(_ block: String) -> [String: Colour] {
        let pairs = block.matches(of: /--([a-z0-9-]+): #([0-9a-f]{3,6});/).compactMap { match in
            Colour(hex: String(match.2)).map { (String(match.1), $0) }
        }
        return Dictionary(pairs) { $1 }
    }
}

struct Colour {
    let red: Double
    let green: Double
    let blue: Double

    init?(hex: String) {
        let full = hex.count == 3 ? hex.map { "\($0)\($0)" }.joined() : hex
        guard full.count == 6, let value = Int(full, radix: 16) else { return nil }
        red = Double(value >> 16) / 255
        green = Double(value >> 8 & 255) / 255
        blue = Double(value & 255) / 255
    }

    /// WCAG 2.2, relative luminance.
    private var luminance: Double {
        let linear = [red, green, blue].map { $0 <= 0.04045 ? $0 / 12.92 : pow(($0 + 0.055) / 1.055, 2.4) }
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    }

    /// WCAG 2.2, contrast ratio: 1 to 21.
    func contrast(with other: Colour) -> Double {
        let (a, b) = (luminance, other.luminance)
        return (max(a, b) + 0.05) / (min(a, b) + 0.05)
    }
}
