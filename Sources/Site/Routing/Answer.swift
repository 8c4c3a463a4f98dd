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
