import Kernel
import Markup
import MeetingRules
import Site

/// When a line meets, as it was typed.
struct TimesForm: Sendable {
    let rhythm: String
    let first: String
    let startsAt: String
    let minutes: String

    init(_ form: Form) {
        rhythm = form.text("rhythm")
        first = form.dayText("first")
        startsAt = form.text("starts-at")
        minutes = form.text("minutes")
    }

    /// - Parameter day: from which the rhythm is to be counted.
    init(_ times: LineTimes, from day: Day?) {
        rhythm = times.rhythm.rawValue
        first = max(times.first, day ?? times.first).description
        startsAt = times.startsAt
        minutes = String(times.minutes)
    }

    var input: TimesInput {
        TimesInput(
            rhythm: LineRhythm(rawValue: rhythm), first: Day(first), startsAt: startsAt, minutes: Int(written: minutes))
    }

    func fields(errors: FieldErrors, calendar: SchoolCalendar, today: Day) -> HTML {
        """
        \(radioGroup(
            FormField("rhythm", "How often", errors: errors),
            choices: LineRhythm.allCases.map { Choice($0.rawValue, $0.name) }, chosen: rhythm))\
        \(textField(
            FormField("first", "First on", hint: "A school day. The rhythm is counted from it in school weeks.", errors: errors),
            value: first, kind: .date, width: .half))\
        \(.when(errors.sentence(for: "first") != nil, buttonRow(offerButton(first, in: calendar, today: today))))\
        \(textField(FormField("starts-at", "At", hint: "For example 15:10 or 3.10pm", errors: errors), value: startsAt, width: .short))\
        \(textField(FormField("minutes", "Minutes", errors: errors), value: minutes, kind: .number, width: .short))
        """
    }
}

/// A new line, as it was typed.
struct LineForm: Sendable {
    let leader: String
    let member: String
    let times: TimesForm

    init(_ form: Form) {
        leader = form.text("leader")
        member = form.text("member")
        times = TimesForm(form)
    }

    /// - Parameter day: the first one that is offered.
    init(from day: Day?) {
        (leader, member) = ("", "")
        times = TimesForm(
            Form([
                ("rhythm", LineRhythm.fortnightly.rawValue), ("first", day?.description ?? ""), ("starts-at", "15:30"),
                ("minutes", "30"),
            ]))
    }

    func input(at school: SchoolID) -> LineInput {
        LineInput(school: school, leader: SeatID(leader), member: SeatID(member), times: times.input)
    }
}
