import Kernel
import Markup
import PlanRules
import Site

// What waits for a person in plans as a whole: approvals and blockages.

extension WaitingApproval {
    /// It waits from the day on which it was submitted, and cannot be missed.
    var due: Due {
        let (id, changes, back) = (plan, changes, "/")
        return Due(
            Waiting(
                id: "approval-\(id)", kind: .approval, title: title, place: place, day: since,
                address: PlanLinks.plan(id), school: school),
            form: { approvalForm(id, seen: changes, token: $0, back: back) })
    }
}

extension AnsweredApproval {
    /// It waits from the day on which it was answered, and cannot be missed.
    var due: Due {
        let (id, changes, by, words) = (plan, changes, by, toChange)
        return Due(
            Waiting(
                id: "answer-\(id)", kind: .approval, title: "\(words == nil ? "Put live" : "Sent back"): \(title)",
                place: place, day: since, address: PlanLinks.plan(id), school: school),
            form: { token in
                guard let words else {
                    return
                        "<p class=\"soft\">\(by) approved it.</p>\(startForm(id, seen: changes, token: token, back: "/"))"
                }
                return "<p>\(by): “\(words)”</p>\(buttonRow(linkButton("Change the plan", to: PlanLinks.plan(id))))"
            })
    }
}

extension WaitingBlockage {
    var due: Due {
        let (id, blockage, back) = (plan, blockage, "/")
        return Due(
            Waiting(
                id: "blockage-\(blockage.id)", kind: .blockage, title: blockage.words, place: place, day: blockage.by,
                until: blockage.by, address: PlanLinks.clearing(id, blockage.id), school: school),
            form: { clearingForm(id, blockage, token: $0, back: back) })
    }
}
