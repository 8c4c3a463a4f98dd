package import App
package import Foundation
package import HTTPTypes
import Hummingbird
import Kernel
package import Logging
import NIOCore
import NIOEmbedded
package import Site

/// A browser without a socket: asks the site's own responder, keeps cookies, sends form tokens.
package final class TestClient {
    package struct Exchange: Sendable {
        package let status: HTTPResponse.Status
        package let headers: HTTPFields
        package let body: String

        package var location: String? { headers[.location] }
    }

    private let site: SiteResponder
    private let host: String
    private var cookies: [String: String] = [:]
    /// The token of the last page that had a form.
    package private(set) var formToken = ""

    private let logger: Logger

    /// - Parameter logger: hears what the pipeline tells; nobody does unless a test looks.
    package init(_ site: SiteResponder, host: String = "willowbrook.test", logger: Logger? = nil) {
        self.site = site
        self.logger = logger ?? Self.silent
        self.host = host
    }

    package convenience init(_ site: TermwiseSite, host: String = "willowbrook.test") {
        self.init(site.responder, host: host)
    }

    package func get(_ path: String, headers: HTTPFields = [:]) async throws -> Exchange {
        try await send(.get, path, headers: headers, body: "")
    }

    package func head(_ path: String) async throws -> Exchange { try await send(.head, path, headers: [:], body: "") }

    /// Sends an ordinary form with the token of the last page; pass `token` to forge or omit it.
    package func post(
        _ path: String, _ fields: [String: String] = [:], token: String? = nil, headers: HTTPFields = [:]
    ) async throws -> Exchange {
        var fields = fields
        fields["form-token"] = token ?? formToken
        var headers = headers
        headers[.contentType] = "application/x-www-form-urlencoded"
        let body = fields.sorted { $0.key < $1.key }.map { "\(Self.encode($0.key))=\(Self.encode($0.value))" }
        return try await send(.post, path, headers: headers, body: body.joined(separator: "&"))
    }

    /// Presses the button of the form on `page` that leads to `path`: with what the form carries out of sight, and `fields`.
    package func press(_ path: String, on page: String, _ fields: [String: String] = [:]) async throws -> Exchange {
        let body = try await get(page).body
        var carried: [String: String] = [:]
        if let form = body.range(of: "action=\"\(path)\"") {
            let inside = body[form.upperBound...].prefix(
                upTo: body.range(of: "</form>", range: form.upperBound..<body.endIndex)!.lowerBound)
            for input in inside.matches(of: /<input type="hidden" name="([^"]+)" value="([^"]*)">/) {
                carried[String(input.1)] = String(input.2)
            }
        }
        return try await post(path, carried.merging(fields) { $1 })
    }

    /// Sends a form as it stands, in whatever bytes.
    package func post(_ path: String, body: String) async throws -> Exchange {
        try await send(.post, path, headers: [.contentType: "application/x-www-form-urlencoded"], body: body)
    }

    /// Sends a form with files, as browsers do.
    ///
    /// - Parameter meanwhile: what happens after half of it has come.
    package func upload(
        _ path: String, _ fields: [String: String], file: (field: String, name: String, bytes: Data),
        token: String? = nil, headers: HTTPFields = [:], meanwhile: (@Sendable () async throws -> Void)? = nil
    ) async throws -> Exchange {
        let boundary = "----termwise-test-boundary"
        var body = Data()
        for (name, value) in [("form-token", token ?? formToken)] + fields.sorted(by: { $0.key < $1.key }) {
            body += Data("--\(boundary)\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(value)\r\n".utf8)
        }
        body += Data(
            "--\(boundary)\r\nContent-Disposition: form-data; name=\"\(file.field)\"; filename=\"\(file.name)\"\r\n\r\n"
                .utf8)
        body += file.bytes + Data("\r\n--\(boundary)--\r\n".utf8)
        var headers = headers
        headers[.contentType] = "multipart/form-data; boundary=\(boundary)"
        var rest = ByteBuffer(bytes: body)
        guard let meanwhile, let half = rest.readSlice(length: body.count / 2) else {
            return try await send(.post, path, headers: headers, body: RequestBody(buffer: rest))
        }
        let pieces = AsyncThrowingStream<ByteBuffer, any Error> { [rest] stream in
            stream.yield(half)
            Task {
                do { try await meanwhile() } catch { return stream.finish(throwing: error) }
                stream.yield(rest)
                stream.finish()
            }
        }
        return try await send(.post, path, headers: headers, body: RequestBody(asyncSequence: pieces))
    }

    private func send(
        _ method: HTTPRequest.Method, _ path: String, headers: HTTPFields, body: String
    ) async throws -> Exchange {
        try await send(method, path, headers: headers, body: RequestBody(buffer: ByteBuffer(string: body)))
    }

    private func send(
        _ method: HTTPRequest.Method, _ path: String, headers: HTTPFields, body: RequestBody
    ) async throws -> Exchange {
        var head = HTTPRequest(method: method, scheme: "http", authority: host, path: path, headerFields: headers)
        if !cookies.isEmpty {
            head.headerFields[.cookie] = cookies.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
                .joined(separator: "; ")
        }
        let request = Request(head: head, body: body)
        var logger = logger
        logger[metadataKey: "hb.request.id"] = "test"
        let context = WireContext(
            source: ApplicationRequestContextSource(channel: NIOAsyncTestingChannel(), logger: logger))
        let response = try await site.respond(to: request, context: context)
        let written = BodyWriter()
        try await response.body.write(written)
        keep(response.headers)
        let exchange = Exchange(
            status: response.status, headers: response.headers, body: String(buffer: written.buffer))
        if let token = Self.token(in: exchange.body) { formToken = token }
        return exchange
    }

    private static let silent: Logger = {
        var logger = Logger(label: "test")
        logger.logLevel = .critical
        return logger
    }()

    private func keep(_ headers: HTTPFields) {
        for value in headers[values: .setCookie] {
            let pair = value.prefix { $0 != ";" }.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            cookies[String(pair[0])] = pair.count > 1 && !pair[1].isEmpty ? String(pair[1]) : nil
        }
    }

    /// Carries this browser's cookies to another host name, as no real browser would: for tests across trusts.
    package func takeCookies(of other: TestClient) { cookies = other.cookies }

    private static func token(in html: String) -> String? {
        guard let start = html.range(of: "name=\"form-token\" value=\"") else { return nil }
        return String(html[start.upperBound...].prefix { $0 != "\"" })
    }

    private static func encode(_ text: String) -> String {
        text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
    }
}

private final class BodyWriter: ResponseBodyWriter {
    var buffer = ByteBuffer()
    func write(_ more: ByteBuffer) async throws {
        var more = more
        buffer.writeBuffer(&more)
    }
    func finish(_ trailingHeaders: HTTPFields?) async throws {}
}
