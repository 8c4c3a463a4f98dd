import HTTPTypes
import Kernel
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

    func calendarYear() throws -> Int {
        guard let year = Int(try part("year")) else { throw Refusal.notFound }
        return year
    }

    /// The half-term page of the year in the address, for those who may change it.
    func halfTermsPage(_ form: (CalendarView.Shown) -> HalfTermsForm) async throws -> HalfTermsPage {
        let view = try await readCalendar(
            of: calendarPlace(), startsIn: calendarYear(), by: actor, in: database)
        guard let shown = view.shown else { throw Refusal.notFound }
        guard view.mayKeep else {
            throw Refusal.forbidden("You can read this calendar. Those who keep it change it.")
        }
        return HalfTermsPage(
            purpose: .changing(shown, view), trustName: trustName, formToken: formToken, form: form(shown)
        )
    }
}

/// The year's page again with what was typed and what is wrong with it.
func refused(
    _ visit: SignedIn, _ form: MarkForm, _ errors: FieldErrors, _ notice: CalendarNotice?,
    _ status: HTTPResponse.Status
) async throws -> Answer {
    let view = try await readCalendar(
        of: visit.calendarPlace(), startsIn: visit.calendarYear(), by: visit.actor, in: visit.database)
    let page = CalendarPage(
        view: view, trustName: visit.trustName, formToken: visit.formToken, form: form, errors: errors,
        notice: notice?.sentence)
    return .page(page.page, status: status)
}
