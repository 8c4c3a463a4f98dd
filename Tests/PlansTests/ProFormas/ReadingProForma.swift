import Kernel
import PlanRules
import Plans
import ToolRules

let repairPath = "Catalogue/pro-formas/repair/2026-1.yaml"

/// A pro-forma that says some things and leaves others out.
let repairProForma = """
    pro-forma: repair
    version: 2026-1
    kind: rapid
    name: Repair plan
    purpose: Puts one thing right.
    for: The head.
    licence: MIT
    limits: {priorities: 1, actions: 5, weeks: 6}
    review: weekly
    blockages: yes
    horizons:
      - {horizon: short, label: Soon, hint: What a stranger sees., by: in two weeks}
      - {horizon: long, label: Then, by: in six weeks}
    priority:
      why: {label: Why it cannot wait, need: required}
    action:
      how: {need: not-asked}
      days: {hint: "Of everybody: helpers too.", need: required}

    """

func repair(replacing old: String, by new: String) -> String {
    repairProForma.replacing(old, with: new, maxReplacements: 1)
}

/// What is wrong with it, without the path in front.
func faults(of source: String, path: String = repairPath) -> [String] {
    do {
        _ = try ProForma.reading(source, path: path)
        return []
    } catch { return error.all.map { String($0.description.dropFirst(path.count + 1)) } }
}

/// A pro-forma that asks for everything as usual.
func usualProForma(_ limits: ProForma.Limits = .usual, asks: [ProFormaField: FieldAsk] = [:]) -> ProForma {
    ProForma(
        id: ProFormaID(bytes: Array(repeating: 7, count: 16)), key: ProFormaKey("usual")!,
        version: ProFormaVersion("2026-1")!, kind: .department, name: "Usual", purpose: "To try things.",
        audience: "Anybody.", limits: limits, asks: asks)
}
