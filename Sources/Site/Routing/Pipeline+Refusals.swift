import Database
import Foundation
import HTTPTypes
import Hummingbird
import Kernel
import Logging
import Markup

extension Pipeline {
    /// Every error becomes an answer with a sentence; what nobody foresaw is logged in full and shown as a number to
    /// quote.
    ///
    /// - Parameter form: what was sent; its words are shown again, because whatever was refused, nothing typed is lost.
    func answerTo(
        _ error: any Error, wrote form: Form, _ request: Request, _ context: WireContext, _ logger: Logger
    ) -> Answer {
        let wrote = form.writing
        let back = request.method == .post ? request.uri.path : nil
        switch error {
        case is NeedsSignIn: return signIn(request)
        case is NeedsFirstUse: return .seeOther("/first-use")
        case is AlreadyMade: return .seeOther(request.uri.path)
        case is UnknownTrust:
            return problem(.notFound, "No trust is kept here", "Check the address: no trust is kept under this name.")
        case is ForgedForm:
            return problem(
                .forbidden, "This form is out of date",
                "The page was open for too long, or in another sign-in. Go back, reload the page and send it again.",
                wrote: wrote, back: back)
        case is Malformed, is BrokenOff:
            return problem(.badRequest, "That could not be read", "The form was not sent as a browser sends it.")
        case is WrongAddress:
            return problem(.badRequest, "That could not be read", "The address is not written as a browser writes one.")
        case TooLarge.bytes(let most):
            return problem(
                .contentTooLarge, "That is too large", "At most \(max(1, most / 1_000_000)) MB can be sent at once.")
        case TooLarge.fields(let most):
            return problem(.contentTooLarge, "That is too large", "At most \(most) fields can be sent at once.")
        case is TooSlow:
            return problem(
                .requestTimeout, "That took too long", "What you sent did not arrive in time. Send it again.",
                wrote: wrote, back: back)
        case is Crowded:
            return waiting(
                5, "Too many at once",
                "Very much is coming from your network at this moment. Try again in a few seconds.")
        case let refusal as Refusal: return answer(to: refusal, wrote, back)
        case DatabaseError.unique, DatabaseError.foreignKey:
            logger.error("collided", metadata: ["error": "\(error)"])
            return answer(to: .collided, wrote, back)
        case DatabaseError.busy, DatabaseError.unavailable:
            logger.error("database", metadata: ["error": "\(error)"])
            return unavailable(wrote)
        case _ where meansNoRoom(error):
            logger.error("no room", metadata: ["error": "\(error)"])
            return full(wrote)
        default:
            logger.error("failed", metadata: ["error": "\(error)"])
            return problem(
                .internalServerError, "Something went wrong here",
                "What you sent may not have been saved. The people who run Termwise can find what happened by this "
                    + "number: \(context.id).", wrote: wrote)
        }
    }

    private func answer(to refusal: Refusal, _ wrote: [String], _ back: String?) -> Answer {
        func refused(_ status: HTTPResponse.Status, _ title: String) -> Answer {
            problem(status, title, refusal.sentence, wrote: wrote, back: back)
        }
        return switch refusal {
        case .notFound: problem(.notFound, "Not found", refusal.sentence, wrote: wrote)
        case .forbidden: refused(.forbidden, "That is not yours to do")
        case .invalid: refused(.unprocessableContent, "That could not be taken")
        case .conflict: refused(.conflict, "That cannot be done now")
        case .stale: refused(.conflict, "Somebody else changed this")
        case .tooMany(let seconds): waiting(seconds, "Too many tries", refusal.sentence)
        }
    }

    private func waiting(_ seconds: Int, _ title: String, _ sentence: String) -> Answer {
        var answer = problem(.tooManyRequests, title, sentence)
        answer.headers[.retryAfter] = String(seconds)
        return answer
    }

    private func unavailable(_ wrote: [String]) -> Answer {
        var answer = problem(
            .serviceUnavailable, "Just a moment", "The database is busy or restarting. Try again in a few seconds.",
            wrote: wrote)
        answer.headers[.retryAfter] = "5"
        return answer
    }

    private func full(_ wrote: [String]) -> Answer {
        var answer = problem(
            .serviceUnavailable, "There is no room",
            "The disk of this Termwise is full, so nothing was saved. Tell the people who run it, and try again once they "
                + "have made room.", wrote: wrote)
        answer.headers[.retryAfter] = "120"
        return answer
    }

    /// - Parameter back: where a form was sent; asked for again, it leads to the page that the form stands on.
    private func problem(
        _ status: HTTPResponse.Status, _ title: String, _ sentence: String, wrote: [String] = [], back: String? = nil
    ) -> Answer {
        let kept: HTML = .when(
            !wrote.isEmpty,
            """
            <h2>What you wrote</h2><p class="soft">It was not saved. Copy from here what you want to keep.</p>\
            \(wrote.html { "<div class=\"card\">\(paragraphs($0))</div>" })
            """)
        let link: HTML = back.map { "<p><a href=\"\($0)\">Back to the page</a></p>" } ?? .nothing
        var page = Page(title, body: "<p class=\"lede\">\(sentence)</p>\(kept)\(link)")
        page.isDeadEnd = true
        return .page(page, status: status)
    }

    /// A link in a mail arrives without the strict cookie. A page of ours that at once asks for the same address again
    /// does carry it, so a signed-in reader is not sent to the sign-in page.
    private func signIn(_ request: Request) -> Answer {
        let wanted = request.uri.description
        if request.method == .get, request.headers[.fetchSite] == "cross-site", request.headers[.cookie] == nil {
            var answer = Answer.page(Page("One moment", body: "<p><a href=\"\(wanted)\">Go on</a></p>"))
            answer.headers[.refresh] = "0; url=\(wanted)"
            answer.headers[.eTag] = "\"onward\""
            return answer
        }
        guard request.method == .get, wanted != "/" else { return .seeOther("/sign-in") }
        let next = wanted.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
        return .seeOther("/sign-in?next=\(next)")
    }
}

extension HTTPField.Name {
    static let refresh = HTTPField.Name("Refresh")!
}
