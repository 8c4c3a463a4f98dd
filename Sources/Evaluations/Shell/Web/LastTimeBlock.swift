import EvaluationRules
import Kernel
import Markup
import Site
import ToolRules

/// Last time's agreed level above the choice of a new one, greyed, because it counts for nothing until somebody says so.
struct LastTimeBlock: Sendable {
    let last: LastTime
    let levels: [LevelMark]
    let today: Day

    var html: HTML {
        """
        <div class="last" data-part="last">\(.when(last.isLeft, "<p>\(tag("Back from last time", .attention))</p>"))\
        \(last.ancestors.html(ancestor))\(whatNow)</div>
        """
    }

    private func ancestor(_ one: LastTime.Ancestor) -> HTML {
        let age: HTML =
            one.agreement.map { ", \(ageText($0.at.day, on: today, saying: "agreed")). \(words($0))" } ?? "."
        return "<p>Last time, \(last.round.window.name): \(standing(one.agreement))\(age)</p>\(wording(one))"
    }

    private func standing(_ agreement: Agreement?) -> HTML {
        switch agreement?.verdict {
        case .level(let level) where last.round.words.indices.contains(level - 1):
            "<b>\(level) \(last.round.words[level - 1])</b>"
        case .left: "<b>left until next time</b>"
        default: "<b>not judged</b>"
        }
    }

    private func words(_ agreement: Agreement) -> String {
        agreement.words.isEmpty ? "\(agreement.basis.name)." : "\(agreement.basis.name): “\(agreement.words)”"
    }

    /// The statement as it was, where it reads otherwise now.
    private func wording(_ one: LastTime.Ancestor) -> HTML {
        guard last.likeness != .same else { return .nothing }
        return "<p>Its words then: \(one.number) “\(one.text)”</p>"
    }

    private var whatNow: HTML {
        if last.standing(of: levels.count) != nil {
            return .when(last.likeness == .close, "<p>The words changed since; what they ask did not.</p>")
        }
        return why.map { "<p>\($0)</p>" } ?? .nothing
    }

    /// Why a new judgement is wanted although there was a level.
    private var why: String? {
        guard last.ancestors.contains(where: { $0.agreement?.verdict.level != nil }) else { return nil }
        if last.likeness == .partly {
            return last.ancestors.count > 1
                ? "Several statements became this one, so it wants a judgement of its own."
                : "One statement became several, so this one wants a judgement of its own."
        }
        return "The scale had \(last.round.words.count) levels then, so the statement wants a new judgement."
    }
}
