package import Database
import HTTPTypes
package import Hummingbird
package import Kernel
package import Logging

/// A request that has been let in as far as the trust's door: trust, form token and size are checked; who it is may be
/// unknown. Open routes get this.
package struct Arrival: Sendable {
    package internal(set) var home: TrustHome
    package let trustName: String?
    package let entry: Entry?
    package let settings: SiteSettings
    package let logger: Logger
    /// The address of the browser, as far as trusted proxies tell.
    package let address: String
    /// The browser's own secret: the session when signed in, else a passing one for the form token.
    package let cookies: VisitCookies
    package internal(set) var form = Form.empty
    /// Files of an upload, kept until the answer is made.
    package internal(set) var uploads: [Upload] = []
    /// A form that waits, sealed, for its writer to sign in; the sign-in page keeps it in `carriedField`.
    package internal(set) var carried: String?
    package let request: Request
    package let parameters: Parameters
    let assetsMark: String
    /// What the frame will say about the reader.
    package let reader: Reader

    package var database: any Database { home.database }
    package var path: String { request.uri.path }

    /// What came in the body. A form that makes something meets the database by its id.
    mutating func take(_ sent: SentForm) {
        (form, uploads) = (sent.form, sent.uploads)
        if let entry, let once = Once(form, uploads, to: path, by: entry.actor.person) { home = home.making(once) }
    }

    /// - Throws: `Refusal.notFound` when the part of the path named `name` is not an id.
    package func id<Subject>(_ name: String) throws -> ID<Subject> {
        guard let text = parameters.get(name), let id = ID<Subject>(text) else { throw Refusal.notFound }
        return id
    }

    package func part(_ name: String) throws -> String {
        guard let text = parameters.get(name) else { throw Refusal.notFound }
        return text
    }

    /// A value of the query, percent-decoded and trimmed; nil when absent or blank.
    package func query(_ name: String) -> String? {
        guard let value = request.uri.queryParameters[Substring(name)] else { return nil }
        let text = String(value).printable.trimmed
        return text.isEmpty ? nil : text
    }

    /// Every value of what the query may say several times, such as picked statements.
    package func queries(_ name: String) -> [String] {
        request.uri.queryParameters.getAll(name).map { String($0).printable.trimmed }.filter { !$0.isEmpty }
    }

    /// Whether the page's script asks for a fragment to put in place, rather than a page.
    package var wantsFragment: Bool { request.headers[.termwise] == "fragment" }

    package func header(_ name: HTTPField.Name) -> String? { request.headers[name] }

    /// What links in letters begin with.
    package var siteAddress: String { settings.address(of: home) }
}

/// A request by somebody signed in: the only context in which things of a trust can be read or done.
package struct SignedIn: Sendable {
    package let arrival: Arrival
    package let actor: Actor
    package let trustName: String

    /// - Throws: `NeedsSignIn` when nobody is signed in.
    init(_ arrival: Arrival) throws {
        guard let entry = arrival.entry else { throw NeedsSignIn() }
        self.arrival = arrival
        actor = entry.actor
        trustName = entry.trustName
    }

    package var database: any Database { arrival.database }
    package var form: Form { arrival.form }
    package var uploads: [Upload] { arrival.uploads }
    package var path: String { arrival.path }
    package var wantsFragment: Bool { arrival.wantsFragment }
    package var formToken: String { arrival.cookies.formToken }

    /// A tag for this page as this reader sees it: `content` says what the page is made from; the reader's name, posts
    /// and form token, the address and the page's own style and script are added.
    package func tag(of content: String) -> String {
        let posts = actor.posts.map {
            $0.role.rawValue + ($0.place.school?.text ?? "") + ($0.place.department?.text ?? "")
        }
        .joined(separator: " ")
        let whole = [content, actor.name, posts, formToken, arrival.request.uri.description, arrival.assetsMark]
        return "\"\(fingerprint(whole.joined(separator: "\n").utf8))\""
    }

    package func id<Subject>(_ name: String) throws -> ID<Subject> { try arrival.id(name) }
    package func part(_ name: String) throws -> String { try arrival.part(name) }
    package func query(_ name: String) -> String? { arrival.query(name) }
    package func queries(_ name: String) -> [String] { arrival.queries(name) }

    /// Which page of a list the address asks for, from 1; the first for what is no number, or beyond what any list has.
    package var page: Int { query("page").flatMap { Int(written: $0, 1...100_000) } ?? 1 }
}

struct NeedsSignIn: Error {}

extension HTTPField.Name {
    /// Set by the page's script when it sends a form in the background.
    package static let termwise = HTTPField.Name("X-Termwise")!
    static let formToken = HTTPField.Name("X-Form-Token")!
    static let forwardedFor = HTTPField.Name("X-Forwarded-For")!
    static let forwardedHost = HTTPField.Name("X-Forwarded-Host")!
    static let fetchSite = HTTPField.Name("Sec-Fetch-Site")!
    static let frameOptions = HTTPField.Name("X-Frame-Options")!
    static let referrerPolicy = HTTPField.Name("Referrer-Policy")!
    package static let clearSiteData = HTTPField.Name("Clear-Site-Data")!
    static let permissionsPolicy = HTTPField.Name("Permissions-Policy")!
    static let openerPolicy = HTTPField.Name("Cross-Origin-Opener-Policy")!
    static let resourcePolicy = HTTPField.Name("Cross-Origin-Resource-Policy")!
    package static let requestID = HTTPField.Name("X-Request-ID")!
}
