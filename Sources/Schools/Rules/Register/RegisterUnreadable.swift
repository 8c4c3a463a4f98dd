/// Why a file of the register, or the trust wanted from it, cannot be read at all. The sentence is for people.
package struct RegisterUnreadable: Error, Hashable, Sendable {
    package let sentence: String
    /// The trust that the database's own became part of, where that is why.
    package let successor: RegisterTrust?

    package init(_ sentence: String, successor: RegisterTrust? = nil) {
        (self.sentence, self.successor) = (sentence, successor)
    }
}

/// Something to say about one row.
package struct LineNote: Hashable, Sendable {
    /// The line on which the row begins; 0 when it concerns no row of the file.
    package let line: Int
    package let reason: String

    package init(line: Int, reason: String) { (self.line, self.reason) = (line, reason) }
}
