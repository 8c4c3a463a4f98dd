import Kernel
import Markup
import PlanRules
import Site

extension [CheckLine] {
    /// As Today, the weekly letter and the calendar feed show them. Of looks at the same thing the newest that is due is
    /// done in place; the others, which were missed, on their own pages.
    func due(on today: Day) -> [Due] {
        let newest = Dictionary(grouping: self, by: \.series).compactMapValues { looks in
            looks.last { $0.look.due <= today } ?? looks.first
        }
        return map { $0.due(on: today, inPlace: newest[$0.series] == $0) }
    }
}

extension CheckLine {
    /// - Parameter inPlace: whether it is done in place, from a week before, when it can be recorded.
    fileprivate func due(on today: Day, inPlace: Bool) -> Due {
        let form: @Sendable (String) -> HTML = { token in checkCard(self, token: token, back: "/", today: today) }
        return Due(
            Waiting(
                id: "check-\(id)", kind: .check, title: looked, place: placeName, day: look.due, until: look.until,
                address: CheckLinks.check(id), school: self.place.school),
            form: inPlace && look.due - today <= 7 ? form : nil)
    }
}

extension CheckCalledOff {
    var waiting: Waiting {
        Waiting(
            id: "check-\(id)", kind: .check, title: looked, place: placeName, day: due, address: CheckLinks.check(id),
            school: school, end: .calledOff)
    }
}
