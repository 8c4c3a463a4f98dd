/// How a pro-forma asks for the outcome on one horizon.
package struct HorizonAsk: Hashable, Sendable {
    package let horizon: Horizon
    /// What this trust calls it.
    package let label: String
    package let hint: String
    /// In words: "by the end of this half term".
    package let by: String

    package init(_ horizon: Horizon, label: String, hint: String = "", by: String) {
        (self.horizon, self.label, self.hint, self.by) = (horizon, label, hint, by)
    }

    package static let usual = [
        HorizonAsk(.short, label: "Short term", by: "by the end of this half term"),
        HorizonAsk(.medium, label: "Medium term", by: "by the end of next term"),
        HorizonAsk(.long, label: "Long term", by: "by this time next year"),
    ]
}
