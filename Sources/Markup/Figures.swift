/// Numbers as charts write them.
enum Figures {
    /// One decimal, and none when it is zero: `2.6`, `3`.
    static func short(_ value: Double) -> String {
        let tenths = Int((value * 10).rounded())
        let whole = abs(tenths) / 10
        let rest = abs(tenths) % 10
        return (tenths < 0 ? "−" : "") + (rest == 0 ? "\(whole)" : "\(whole).\(rest)")
    }

    /// A coordinate of a drawing, to a tenth; a plain hyphen, since it is not prose.
    static func coordinate(_ value: Double) -> String {
        let tenths = Int((value * 10).rounded())
        return (tenths < 0 ? "-" : "") + "\(abs(tenths) / 10).\(abs(tenths) % 10)"
    }
}
