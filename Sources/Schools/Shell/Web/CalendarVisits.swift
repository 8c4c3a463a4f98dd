import HTTPTypes
import Kernel
import SchoolRules
import Site

/// What was just done, carried in the address of the page that follows, since a session keeps no messages.
enum CalendarNotice: String {
    case started, moved, marked, unmarked
    /// Shown at once, never carried.
    case stale

    var query: String { "?done=\(rawValue)" }

    var sentence: String {
        switch self {
        case .started: "The year has started. Mark its INSET days next."
        case .moved: "The half terms are saved."
        case .marked: "The day is marked."
        case .unmarked: "The day is an ordinary one again."
        case .stale:
            "Somebody else changed this year meanwhile. Look at it as it is now, then send this again."
        }
    }
}

extension SignedIn {
    /// The school in the address, or the trust where there is none.
    func calendarPlace() throws -> CalendarPlace {
        (try? part("school")) == nil ? .trust : .school(try id("school"))
    }

    /// Before anything that was typed is read, so that a refusal tells nothing else.
    /// - Throws: `notFound`, or `forbidden` to those who only read this calendar.
    func mayKeepCalendar() throws {
        switch try calendarPlace() {
        case .trust: _ = try MayKeepCalendar(actor)
        case .school(let school): _ = try MayKeepSchoolCalendar(actor, school: school)
        }
    }

    func calendarYear() throws -> Int {
        guard let year = Int(written: try part("year"), AcademicYear.possible) else { throw Refusal.notFound }
        return year
    }

    /// The half-term page of the year in the address, for those who may change it.
    func halfTermsPage(_ form: (CalendarView.Shown) -> HalfTermsForm) async throws -> HalfTermsPage {
        try mayKeepCalendar()
        let view = try await readCalendar(
            of: calendarPlace(), startsIn: calendarYear(), by: actor, in: database)
        guard let shown = view.shown else { throw Refusal.notFound }
        return HalfTermsPage(
            purpose: .changing(shown, view), trustName: trustName, formToken: formToken, form: form(shown)
        )
    }

    /// The half-term page again with what was typed; after a stale save also with what is saved now.
    /// - Throws: `refusal` itself when it is about neither dates nor another editor.
    func halfTermsAgain(_ form: HalfTermsForm, after refusal: Refusal) async throws -> Answer {
        let again = try refusal.onThisPage(field: "half-terms")
        var page = try await halfTermsPage { _ in form }
        page.errors = again.errors
        page.isStale = refusal == .stale
        return .page(page.page, status: again.status)
    }

    /// The year's page again with the day that was to be marked and what is wrong with it.
    func yearAgain(_ form: MarkForm, after refusal: Refusal) async throws -> Answer {
        let again = try refusal.onThisPage(field: "day")
        let view = try await readCalendar(of: calendarPlace(), startsIn: calendarYear(), by: actor, in: database)
        let page = CalendarPage(
            view: view, trustName: trustName, formToken: formToken, form: form, errors: again.errors,
            notice: refusal == .stale ? CalendarNotice.stale.sentence : nil)
        return .page(page.page, status: again.status)
    }
}

extension Refusal {
    /// What the page says that the form came from: errors at their fields, or a conflict at `field`.
    func onThisPage(field: String) throws -> (errors: FieldErrors, status: HTTPResponse.Status) {
        switch self {
        case .invalid(let errors): (errors, .unprocessableContent)
        case .stale: (FieldErrors(), .conflict)
        case .conflict(let sentence): (FieldErrors([(field, sentence)]), .conflict)
        case .notFound, .forbidden, .tooMany: throw self
        }
    }
}
