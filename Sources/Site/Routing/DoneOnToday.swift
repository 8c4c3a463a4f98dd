package import Kernel

/// Something that was done in place on Today, which says so once, with the page on which it can be seen and mended.
package struct DoneOnToday: Sendable, Hashable {
    package let kind: Waiting.Kind
    /// `/checks/…`: a page of ours and nothing else, because it comes back in an address.
    package let page: String

    package init?(_ kind: Waiting.Kind, seenAt page: String) {
        let parts = page.split(separator: "/", omittingEmptySubsequences: false)
        let isOurs = parts.first == "" && parts.count > 1 && parts.dropFirst().allSatisfy { !$0.isEmpty }
        guard isOurs, page.utf8.allSatisfy(Self.letters.contains) else { return nil }
        (self.kind, self.page) = (kind, page)
    }

    /// From what `address` says.
    package init?(done: String?, seen: String?) {
        guard let kind = done.flatMap(Waiting.Kind.init), let seen else { return nil }
        self.init(kind, seenAt: seen)
    }

    package var address: String { "/?done=\(kind.rawValue)&seen=\(page)" }

    package var sentence: String {
        switch kind {
        case .check: "The check is recorded."
        case .judgement: "The judgement is saved."
        case .approval: "The plan is approved."
        case .promise: "The promise is kept."
        case .blockage: "The blockage is cleared."
        case .meeting: "The meeting is held."
        }
    }

    private static let letters = Set("/-abcdefghijklmnopqrstuvwxyz0123456789".utf8)
}

extension SignedIn {
    /// Where to after something was done: to Today when it was done there, otherwise to `address`.
    ///
    /// - Parameter seen: the page on which it can be seen.
    package func done(_ kind: Waiting.Kind, seenAt seen: String, otherwise address: String? = nil) -> Answer {
        guard form.text("back") == "/" else { return .seeOther(address ?? seen) }
        return .seeOther(DoneOnToday(kind, seenAt: seen)?.address ?? "/")
    }
}
