import CCurl
import Dispatch

/// One letter handed to a mail server, by libcurl: connect, protect, sign in, hand over, take leave.
struct SMTPCall: Sendable {
    let server: MailServer
    let sender: String
    let recipient: String
    let message: String

    /// Seconds. Together less than the thirty in which a program that is told to end has to.
    private static let connecting = 10
    private static let whole = 22
    /// Seconds for the server's goodbye once it answered the letter, and with what went before when it never took it.
    fileprivate static let farewell = 3
    fileprivate static let wholeWithFarewell = whole + farewell

    /// libcurl blocks, so letters go on a thread of their own, one after another.
    private static let queue = DispatchQueue(label: "termwise.mail")
    private static let isReady = curl_global_init(Int(CURL_GLOBAL_DEFAULT)) == CURLE_OK

    /// - Throws: `MailFault`.
    func answer() async throws {
        guard Self.isAddress(recipient), Self.isAddress(sender) else { throw MailFault.wrongAddress }
        try await withCheckedThrowingContinuation { (waiting: CheckedContinuation<Void, any Error>) in
            Self.queue.async { waiting.resume(with: Result { try perform() }) }
        }
    }

    /// What stands between the angle brackets of a command: nothing that could begin another one.
    private static func isAddress(_ text: String) -> Bool {
        text.contains("@")
            && text.unicodeScalars.allSatisfy { $0.value > 0x20 && $0.value != 0x7f && $0 != "<" && $0 != ">" }
    }

    private func perform() throws {
        guard Self.isReady, let call = curl_easy_init() else {
            throw MailFault.unreachable(server: server.name, "libcurl could not begin.")
        }
        defer { curl_easy_cleanup(call) }
        let talk = MailTalk(message)
        let recipients = curl_slist_append(nil, "<\(recipient)>")
        defer { curl_slist_free_all(recipients) }
        configure(call)
        termwise_curl_pointer(call, CURLOPT_MAIL_RCPT, recipients)
        let (result, code) = withExtendedLifetime(talk) {
            talk.join(call)
            let result = curl_easy_perform(call)
            var code = 0
            termwise_curl_reply_code(call, &code)
            return (result, code)
        }
        if result != CURLE_OK { throw fault(result, code, talk.refusal) }
    }

    private func configure(_ call: UnsafeMutableRawPointer) {
        termwise_curl_text(call, CURLOPT_URL, server.address)
        termwise_curl_text(call, CURLOPT_PROXY, "")
        termwise_curl_text(call, CURLOPT_MAIL_FROM, "<\(sender)>")
        termwise_curl_number(call, CURLOPT_UPLOAD, 1)
        termwise_curl_number(call, CURLOPT_NOSIGNAL, 1)
        termwise_curl_number(call, CURLOPT_CONNECTTIMEOUT, Self.connecting)
        termwise_curl_number(call, CURLOPT_TIMEOUT, Self.whole)
        // Else libcurl takes leave when it cleans up, and waits two minutes for a server that says nothing.
        termwise_curl_number(call, CURLOPT_FORBID_REUSE, 1)
        termwise_curl_number(call, CURLOPT_SSLVERSION, Int(CURL_SSLVERSION_TLSv1_2))
        let wanted = server.protection == .none ? CURLUSESSL_NONE : CURLUSESSL_ALL
        termwise_curl_number(call, CURLOPT_USE_SSL, Int(wanted.rawValue))
        if let authorities = server.authorities { termwise_curl_text(call, CURLOPT_CAINFO, authorities) }
        if let account = server.account {
            termwise_curl_text(call, CURLOPT_USERNAME, account.user)
            termwise_curl_text(call, CURLOPT_PASSWORD, account.password)
        }
    }

    private func fault(_ result: CURLcode, _ code: Int, _ reply: String) -> MailFault {
        switch result {
        case CURLE_OPERATION_TIMEDOUT: .tooSlow(server: server.name)
        case CURLE_USE_SSL_FAILED: .unprotected(server: server.name)
        case CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CACERT_BADFILE, CURLE_SSL_CONNECT_ERROR:
            .untrusted(server: server.name, String(cString: curl_easy_strerror(result)))
        case CURLE_LOGIN_DENIED where (500..<600).contains(code): .wrongAccount(reply)
        case _ where (400..<500).contains(code): .postponed(reply)
        case _ where (500..<600).contains(code): .refused(reply)
        default: .unreachable(server: server.name, String(cString: curl_easy_strerror(result)))
        }
    }
}

/// What goes to the server and what comes back, while a call lasts; touched by the call's thread alone.
private final class MailTalk {
    private var rest: ArraySlice<UInt8>
    private var heard: [UInt8] = []
    /// Whether the letter was handed over whole; what is heard next answers it.
    private var isSaid = false
    private let began = ContinuousClock.now
    private var leaving: ContinuousClock.Instant?

    init(_ message: String) { rest = ArraySlice(message.utf8) }

    /// The server's last refusal with its code, all its lines in one and at most 300 letters; its farewell does not count.
    var refusal: String {
        let lines = heard.split { $0 == 0x0a || $0 == 0x0d }.filter { $0.first == 0x34 || $0.first == 0x35 }
        guard let code = lines.last?.prefix(3) else { return "" }
        let words = lines.filter { $0.starts(with: code) }.map { String(decoding: $0.dropFirst(4), as: UTF8.self) }
        let text = String(decoding: code, as: UTF8.self) + " " + words.joined(separator: " ")
        return String(
            text.prefix(300).filter { !$0.unicodeScalars.contains { $0.properties.generalCategory == .control } })
    }

    /// The talk has to outlive the call.
    func join(_ call: UnsafeMutableRawPointer) {
        let own = Unmanaged.passUnretained(self).toOpaque()
        termwise_curl_pointer(call, CURLOPT_READDATA, own)
        termwise_curl_function(call, CURLOPT_READFUNCTION) { buffer, size, count, own in
            guard let buffer, let own else { return 0 }
            return Unmanaged<MailTalk>.fromOpaque(own).takeUnretainedValue().speak(into: buffer, size * count)
        }
        termwise_curl_pointer(call, CURLOPT_HEADERDATA, own)
        termwise_curl_function(call, CURLOPT_HEADERFUNCTION) { bytes, size, count, own in
            guard let bytes, let own else { return 0 }
            Unmanaged<MailTalk>.fromOpaque(own).takeUnretainedValue().hear(bytes, size * count)
            return size * count
        }
        termwise_curl_number(call, CURLOPT_NOPROGRESS, 0)
        termwise_curl_pointer(call, CURLOPT_XFERINFODATA, own)
        termwise_curl_progress(call) { own, _, _, _, _ in
            guard let own else { return 0 }
            return Unmanaged<MailTalk>.fromOpaque(own).takeUnretainedValue().isAtItsEnd ? 1 : 0
        }
    }

    /// Whether all is said and the server does not say goodbye; the answer to the letter stays what it was.
    private var isAtItsEnd: Bool {
        let now = ContinuousClock.now
        return now - began > .seconds(SMTPCall.wholeWithFarewell)
            || leaving.map { now - $0 > .seconds(SMTPCall.farewell) } ?? false
    }

    private func speak(into buffer: UnsafeMutablePointer<CChar>, _ room: Int) -> Int {
        let piece = rest.prefix(room)
        for (place, byte) in piece.enumerated() { buffer[place] = CChar(bitPattern: byte) }
        rest = rest.dropFirst(piece.count)
        if piece.isEmpty { isSaid = true }
        return piece.count
    }

    private func hear(_ bytes: UnsafeMutablePointer<CChar>, _ count: Int) {
        for place in 0..<count { heard.append(UInt8(bitPattern: bytes[place])) }
        if heard.count > 8_192 { heard.removeFirst(heard.count - 4_096) }
        if isSaid { leaving = leaving ?? .now }
    }
}
