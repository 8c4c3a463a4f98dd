/// Numbers as charts write them.
enum Figures {
    /// One decimal, and none when it is zero: `2.6`, `3`.
    static func short(_ value: Double) -> String {
        let exact = tenth(value)
        return exact.hasSuffix(".0") ? String(exact.dropLast(2)) : exact
    }

    /// Always one decimal, for figures that stand in columns: `2.6`, `3.0`.
    static func tenth(_ value: Double) -> String {
        let tenths = Int((value * 10).rounded())
        return (tenths < 0 ? "−" : "") + "\(abs(tenths) / 10).\(abs(tenths) % 10)"
    }

    /// A coordinate of a drawing, to a tenth; a plain hyphen, since it is not prose.
    static func coordinate(_ value: Double) -> String {
        let tenths = Int((value * 10).rounded())
        return (tenths < 0 ? "-" : "") + "\(abs(tenths) / 10).\(abs(tenths) % 10)"
    }
}
