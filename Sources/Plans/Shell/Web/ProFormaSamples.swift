import Kernel
import Markup
import PlanRules
package import Site
import ToolRules

/// The pages of pro-formas as they usually are, empty, refused and with words that try to break out.
package let proFormaSamples: [Sample] = [
    Sample("Pro-formas", "None yet") {
        ProFormaLibraryPage(library: ProFormaLibrary(current: [], newer: [:])).page.body
    },
    Sample("Pro-formas", "A library, one with a newer version") {
        let all = [usual, hostile].compactMap(\.self)
        let newer = all.prefix(1).compactMap { one in ProFormaVersion("2027-1").map { (one.key, $0) } }
        return ProFormaLibraryPage(
            library: ProFormaLibrary(current: all, newer: Dictionary(uniqueKeysWithValues: newer))
        ).page.body
    },
    Sample("Pro-formas", "One, for those who may make an edition") { page(usual, mayKeep: true) },
    Sample("Pro-formas", "An older version with hostile words") { page(hostile, mayKeep: false) },
    Sample("Pro-formas", "The trust's edition, refused") {
        editor { input, errors, _ in
            input.priorities = "nine"
            errors.add("priorities", "Give a whole number from 1 to 7.")
        }
    },
    Sample("Pro-formas", "The trust's edition, published by somebody else meanwhile") {
        editor { input, _, published in
            (input.name, input.hasBlockages) = ("<script>alert(1)</script>", true)
            published = usual
        }
    },
]

private func page(_ proForma: ProForma?, mayKeep: Bool) -> HTML {
    guard let seen = proForma.flatMap(seen) else { return .nothing }
    return ProFormaPage(seen: seen, mayKeep: mayKeep).page.body
}

private func editor(_ change: (inout ProFormaInput, inout FieldErrors, inout ProForma?) -> Void) -> HTML {
    guard let proForma = usual, let seen = seen(proForma) else { return .nothing }
    var (input, errors, published): (ProFormaInput, FieldErrors, ProForma?) = (ProFormaInput(proForma), .init(), nil)
    change(&input, &errors, &published)
    return ProFormaEditor(seen: seen, token: "token", input: input, errors: errors, published: published).page.body
}

private func seen(_ proForma: ProForma) -> SeenProForma? {
    guard let newest = ProFormaVersion("2026-1.1") else { return nil }
    return SeenProForma(
        proForma: proForma, versions: Array(Set([newest, proForma.version])).sorted(by: >), current: newest)
}

private let usual = sample("2026-1.1", name: "Department plan", edition: "Oak Trust")
private let hostile = sample("2026-1", name: "\"><script>alert(1)</script>", edition: "")

private func sample(_ version: String, name: String, edition: String) -> ProForma? {
    guard let key = ProFormaKey(edition.isEmpty ? "hostile" : "department-plan"), let version = ProFormaVersion(version)
    else { return nil }
    return ProForma(
        id: ProFormaID(bytes: Array(repeating: 1, count: 16)), key: key, version: version, kind: .department,
        name: name,
        edition: edition, purpose: "Turns what was judged into a few changes.", audience: "The head of department.",
        limits: .init(priorities: 3, actions: 9), review: .fortnightly,
        asks: [
            .why: FieldAsk("Why this one", hint: "Start from the agreed judgement & its reason.", need: .required),
            .how: FieldAsk("How", need: .notAsked),
        ])
}
