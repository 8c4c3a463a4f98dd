/// Something that was done in place on Today, which says so once, with the page on which it can be seen and mended.
package struct DoneOnToday: Sendable, Hashable {
    package enum Deed: String, Sendable, CaseIterable {
        case recorded, approved, live, kept, cleared
    }

    package let deed: Deed
    /// `/checks/…`: a page of ours and nothing else, because it comes back in an address.
    package let page: String

    package init?(_ deed: Deed, seenAt page: String) {
        let parts = page.split(separator: "/", omittingEmptySubsequences: false)
        let isOurs = parts.first == "" && parts.count > 1 && parts.dropFirst().allSatisfy { !$0.isEmpty }
        guard isOurs, page.utf8.allSatisfy(Self.letters.contains) else { return nil }
        (self.deed, self.page) = (deed, page)
    }

    /// From what `address` says.
    package init?(done: String?, seen: String?) {
        guard let deed = done.flatMap(Deed.init), let seen else { return nil }
        self.init(deed, seenAt: seen)
    }

    package var address: String { "/?done=\(deed.rawValue)&seen=\(page)" }

    package var sentence: String {
        switch deed {
        case .recorded: "The check is recorded."
        case .approved: "The plan is approved."
        case .live: "The plan is live."
        case .kept: "The promise is kept."
        case .cleared: "The blockage is cleared."
        }
    }

    private static let letters = Set("/-abcdefghijklmnopqrstuvwxyz0123456789".utf8)
}

extension SignedIn {
    /// Where to after something was done: to Today when it was done there, otherwise to `address`.
    ///
    /// - Parameter seen: the page on which it can be seen.
    package func done(_ deed: DoneOnToday.Deed, seenAt seen: String, otherwise address: String? = nil) -> Answer {
        guard form.text("back") == "/" else { return .seeOther(address ?? seen) }
        return .seeOther(DoneOnToday(deed, seenAt: seen)?.address ?? "/")
    }
}
