import Kernel
import PlanRules
import SchoolRules
import Site

/// A series of looks as it was typed.
struct CheckPlanForm: Sendable {
    var looked = ""
    var how = ""
    var seat = ""
    var rhythm = ""
    var first = ""
    var last = ""
    /// One field for each day; empty ones are dropped.
    var days: [String] = []
    var version = 0
    /// What the days were made from that the page showed last.
    var shown = ""

    init(_ proposal: CheckProposal) {
        (rhythm, seat) = (proposal.rhythm.rawValue, proposal.seat?.text ?? "")
        (first, last) = (proposal.first.description, proposal.last.description)
    }

    init(_ check: CheckPlan) {
        (looked, how, seat, rhythm) = (check.looked, check.how, check.seat.text, check.rhythm.rawValue)
        (first, last) = (check.first.description, check.last.description)
        days = check.days.map(\.description)
        version = check.version
    }

    init(_ form: Form) {
        looked = form.text("looked")
        how = form.text("how")
        seat = form.text("seat")
        rhythm = form.text("rhythm")
        first = form.text("first")
        last = form.text("last")
        days = (1...Self.mostDays).map { form.text("day-\($0)") }
        version = form.version
        shown = form.text("shown")
        take(form.text("instead"))
        days.removeAll { $0.isEmpty }
    }

    static let mostDays = 24

    /// How many fields there are: always two more to fill in.
    var fields: Int { min(Self.mostDays, max(4, days.count + 2)) }

    /// The button that offers a school day sends `2=2027-01-04`: which field, and what goes there.
    private mutating func take(_ instead: String) {
        let parts = instead.split(separator: "=").map(String.init)
        guard parts.count == 2, let place = Int(written: parts[0], 1...Self.mostDays) else { return }
        days[place - 1] = parts[1]
    }

    var isByDates: Bool { rhythm == CheckRhythm.dates.rawValue }

    /// Changes with anything that changes the days.
    var print: String { ([rhythm] + (isByDates ? days : [first, last])).joined(separator: "|") }

    /// What is no day is noted at `first`, `last` and `day-N`.
    var input: CheckPlanInput {
        var errors = FieldErrors()
        let first = isByDates ? nil : errors.writtenDay(first, at: "first")
        let last = isByDates ? nil : errors.writtenDay(last, at: "last")
        let named = isByDates ? days.enumerated().compactMap { errors.writtenDay($1, at: "day-\($0 + 1)") } : []
        return CheckPlanInput(
            looked: looked, how: how, seat: SeatID(seat), rhythm: CheckRhythm(rawValue: rhythm), first: first,
            last: last, days: named, version: version, misread: errors)
    }
}
