package import Kernel

/// A mail to one person, in plain text.
package struct Letter: Hashable, Sendable {
    /// Names the letter; the same letter sent again has the same mark, so that a mail programme shows it once.
    package let mark: String
    package let to: String
    package let name: String
    package let subject: String
    package let text: String
    /// Where the reader chooses which letters to get; nil for a letter that somebody asked for.
    package let choices: String?

    package init(mark: String, to: String, name: String, subject: String, text: String, choices: String? = nil) {
        (self.mark, self.to, self.name, self.subject, self.text) = (mark, to, name, subject, text)
        self.choices = choices
    }

    /// The letter as it travels (RFC 5322), in nothing but ASCII. No name or subject can begin a header line of its own.
    package func message(from sender: String, at moment: Instant) -> String {
        let body = LetterBody(text)
        let domain = sender.split(separator: "@").last.map(String.init) ?? "termwise"
        let headers = [
            "From: Termwise <\(HeaderText.address(sender))>",
            "To: \(HeaderText.name(name, after: "To: ")) <\(HeaderText.address(to))>",
            "Subject: \(HeaderText.free(subject, after: "Subject: "))",
            "Date: \(HeaderText.date(moment))",
            "Message-ID: <\(HeaderText.mark(mark))@\(HeaderText.mark(domain))>",
            "MIME-Version: 1.0",
            "Content-Type: text/plain; charset=utf-8",
            "Content-Transfer-Encoding: \(body.encoding)",
            "Auto-Submitted: auto-generated",
        ]
        let choosing = choices.map { ["List-Unsubscribe: <\(HeaderText.address($0))>"] } ?? []
        return (headers + choosing + [""] + body.lines).joined(separator: "\r\n") + "\r\n"
    }
}
