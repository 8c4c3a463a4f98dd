import Kernel
import Markup
import MeetingRules
import Site

// Meetings and promises as Today, the weekly letter and the calendar feed show them.

extension MeetingDue {
    func due(for actor: Actor) -> Due {
        Due(
            Waiting(
                id: "meeting-\(meeting)", kind: .meeting,
                title: "Line meeting with \(with)", place: place, day: day,
                until: isRunning ? nil : day, clock: startsAt, minutes: minutes,
                address: MeetingLinks.meeting(meeting), school: school, end: end))
    }
}

extension PromiseDue {
    var due: Due {
        Due(
            Waiting(
                id: "promise-\(promise)", kind: .promise, title: words, place: place, day: by, until: by,
                address: MeetingLinks.line(line), school: school)
        ) { [promise, version] token in
            postForm(
                MeetingLinks.kept(promise), token: token, version: version, isClosed: true,
                """
                <input type="hidden" name="back" value="/">\
                \(textField(FormField("words", "A word on it", id: "kept-\(promise)", isOptional: true)))\
                \(buttonRow(button("Kept")))
                """)
        }
    }
}
