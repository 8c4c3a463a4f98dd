import Foundation
import Testing

@Suite struct StyleSheetTests {
    private let sheet: StyleSheet

    init() throws { sheet = try StyleSheet.termwise() }

    /// Text and the ground it stands on.
    private static let text =
        [
            ("ink", "paper"), ("ink", "raised"), ("ink", "sunk"), ("soft", "paper"), ("soft", "raised"),
            ("soft", "sunk"),
            ("accent", "paper"), ("accent", "raised"), ("accent-deep", "sunk"), ("accent-deep", "wash"),
            ("ink", "wash"),
            ("on-accent", "accent"), ("on-accent", "accent-deep"), ("bad", "paper"), ("bad", "raised"),
            ("on-bad", "bad"),
            ("ink", "hatch"), ("ink", "hatch-line"), ("paper", "ink"), ("on-red", "red"), ("on-amber", "amber"),
            ("on-green", "green"),
        ] + (1...7).map { ("o\($0)", "t\($0)") }

    /// Edges of controls, marks of focus and lines of charts, which must be seen but are not read.
    private static let edges = [("edge", "paper"), ("edge", "raised"), ("accent", "paper"), ("bad", "paper")]

    @Test(arguments: text)
    func wordsCanBeReadInBothSchemes(_ ink: String, _ ground: String) throws {
        for (scheme, colours) in [("light", sheet.light), ("dark", sheet.dark)] {
            let ratio = try #require(colours[ink]).contrast(with: #require(colours[ground]))
            #expect(ratio >= 4.5, "\(ink) on \(ground), \(scheme): \(ratio)")
        }
    }

    @Test(arguments: edges)
    func edgesCanBeSeenInBothSchemes(_ edge: String, _ ground: String) throws {
        for (scheme, colours) in [("light", sheet.light), ("dark", sheet.dark)] {
            let ratio = try #require(colours[edge]).contrast(with: #require(colours[ground]))
            #expect(ratio >= 3, "\(edge) on \(ground), \(scheme): \(ratio)")
        }
    }

    @Test func aHigherLevelAlwaysStandsFurtherFromThePaper() throws {
        for colours in [sheet.light, sheet.dark] {
            let paper = try #require(colours["paper"])
            let steps = try (1...7).map { try #require(colours["t\($0)"]).contrast(with: paper) }
            #expect(zip(steps, steps.dropFirst()).allSatisfy { $0 < $1 }, "\(steps)")
        }
    }

    @Test func everyColourThatIsUsedIsNamed() {
        let used = Set(sheet.text.matches(of: /var\(--([a-z0-9-]+)/).map { String($0.1) })
        let named = Set(sheet.text.matches(of: /--([a-z0-9-]+):/).map { String($0.1) })
        #expect(used.subtracting(named).isEmpty, "\(used.subtracting(named))")
    }

    @Test func theFirstPageStaysLight() {
        #expect(sheet.text.utf8.count < 32_768)
    }
}
