/// What is true of the stored rows whatever people do and however many act at once, written as the question for the rows
/// that break it. Verbs keep it by holding the row that stands for all that they decide over.
package struct Invariant: Sendable {
    /// What is wrong with a row that the question finds: `has two names and no total`, after what it is.
    package let fault: String
    /// Answers one column: the id of each row that breaks it.
    package let broken: SQL

    package init(_ fault: String, broken: SQL) { (self.fault, self.broken) = (fault, broken) }
}

extension Reading {
    /// - Returns: what is wrong, in sentences; of each kind the first ten.
    package func faults(_ invariants: [Invariant]) throws -> [String] {
        try invariants.flatMap { invariant in
            try rows("WITH broken (id) AS (\(invariant.broken)) SELECT id FROM broken ORDER BY id LIMIT 10") {
                "\(invariant.fault): \(try $0.text(0))."
            }
        }
    }
}
