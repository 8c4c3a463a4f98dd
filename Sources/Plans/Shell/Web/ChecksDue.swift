import Kernel
import Markup
import PlanRules
import Site

extension CheckLine {
    /// As Today, the weekly letter and the calendar feed show it; done in place from a week before, when it can be
    /// recorded.
    func due(on today: Day) -> Due {
        let form: @Sendable (String) -> HTML = { token in checkCard(self, token: token, back: "/", today: today) }
        return Due(
            Waiting(
                id: "check-\(id)", kind: .check, title: looked, place: placeName, day: look.due, until: look.until,
                address: CheckLinks.check(id)), form: look.due - today <= 7 ? form : nil)
    }
}
