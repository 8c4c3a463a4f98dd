package import HTTPTypes
package import Markup

/// What a handler gives back; the pipeline makes the response of it.
package struct Answer: Sendable {
    package enum Body: Sendable {
        case page(Page)
        /// A part of a page, for the page's script.
        case fragment(HTML)
        case text(String, type: String)
        case bytes([UInt8], type: String)
        case nothing
    }

    package var status: HTTPResponse.Status
    package var body: Body
    package var headers = HTTPFields()
    /// What the log is told of this answer, with the account that it is about.
    var event: SecurityEvent?
    var account: String?
    /// Cookies to set, as whole header values.
    package var cookies: [String] = []

    /// The id that the page's forms go on with, because what they show was sent before; nil to draw a new one each.
    var drawn: String?
    /// The form that is shown in the place of this answer, to whoever it signs in.
    var onward: CarriedForm?

    package init(status: HTTPResponse.Status, body: Body) {
        self.status = status
        self.body = body
    }

    package static func page(_ page: Page, status: HTTPResponse.Status = .ok) -> Answer {
        Answer(status: status, body: .page(page))
    }

    package static func fragment(_ html: HTML, status: HTTPResponse.Status = .ok) -> Answer {
        Answer(status: status, body: .fragment(html))
    }

    package static func text(_ text: String, type: String = "text/plain; charset=utf-8") -> Answer {
        Answer(status: .ok, body: .text(text, type: type))
    }

    /// After a form was taken: the browser fetches the page it leads to, so that reloading sends nothing twice.
    package static func seeOther(_ address: String) -> Answer {
        var answer = Answer(status: .seeOther, body: .nothing)
        answer.headers[.location] = address
        return answer
    }

    /// Shows the form that waited for this sign-in.
    static func going(on carried: CarriedForm) -> Answer {
        var answer = Answer.seeOther("/")
        answer.onward = carried
        return answer
    }

    var signsIn: Bool { status == .seeOther && cookies.contains { $0.hasPrefix("\(VisitCookies.session)=") } }

    /// A file to keep, named `name`.
    package static func download(_ bytes: [UInt8], name: String, type: String) -> Answer {
        var answer = Answer(status: .ok, body: .bytes(bytes, type: type))
        answer.headers[.contentDisposition] = "attachment; filename=\"\(name)\""
        return answer
    }

    package static var notModified: Answer { Answer(status: .notModified, body: .nothing) }

    package func tagged(_ tag: String) -> Answer {
        var answer = self
        answer.headers[.eTag] = tag
        return answer
    }
}
