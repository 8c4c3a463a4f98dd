import Foundation
import HTTPTypes
import Hummingbird
import Kernel
import Markup

extension Pipeline {
    /// The response of an answer: the frame around a page, a tag, the security headers.
    func render(_ answer: Answer, for reader: Reader, _ request: Request) -> Response {
        var headers = answer.headers
        for (name, value) in Self.securityHeaders where headers[name] == nil { headers[name] = value }
        if runtime.settings.usesTLS { headers[.strictTransportSecurity] = "max-age=31536000; includeSubDomains" }
        for cookie in answer.cookies { headers.append(HTTPField(name: .setCookie, value: cookie)) }
        if headers[.cacheControl] == nil { headers[.cacheControl] = "private, no-cache" }
        let drawID = { answer.drawn ?? runtime.world.secret(bytes: 16) }
        let body: ByteBuffer
        switch answer.body {
        case .nothing: return Response(status: answer.status, headers: headers)
        case .bytes(let bytes, let type):
            headers[.contentType] = type
            body = ByteBuffer(bytes: bytes)
        case .text(let text, let type):
            headers[.contentType] = type
            body = ByteBuffer(string: text)
        case .fragment(let html):
            headers[.contentType] = "text/html; charset=utf-8"
            body = ByteBuffer(bytes: html.bytes(drawing: drawID))
        case .page(let page):
            headers[.contentType] = "text/html; charset=utf-8"
            let whole = frame(page, for: reader, assets: runtime.assets.addresses, isRefused: answer.status.code >= 400)
            body = ByteBuffer(bytes: whole.bytes(drawing: drawID))
        }
        if request.method == .get, answer.status == .ok {
            let tag = headers[.eTag] ?? "\"\(fingerprint(body.readableBytesView))\""
            headers[.eTag] = tag
            if request.headers[.ifNoneMatch] == tag { return Response(status: .notModified, headers: headers) }
        }
        return Response(status: answer.status, headers: headers, body: .init(byteBuffer: body))
    }

    private static let securityHeaders: [(HTTPField.Name, String)] = [
        (
            .contentSecurityPolicy,
            "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; connect-src 'self'; "
                + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'; manifest-src 'self'"
        ),
        (.xContentTypeOptions, "nosniff"),
        (.frameOptions, "DENY"),
        (.referrerPolicy, "same-origin"),
        (.permissionsPolicy, "camera=(), microphone=(), geolocation=()"),
        (.openerPolicy, "same-origin"),
        (.resourcePolicy, "same-origin"),
    ]
}
