package import Kernel

/// One school's history goes on in another: a new URN after becoming an academy, merging or splitting.
package struct SuccessorLink: Hashable, Sendable {
    package let predecessor: String
    package let successor: String
    /// Names as the register gives them with the link; not every file does.
    package let predecessorName: String?
    package let successorName: String?
    package let established: Day?

    package init(
        predecessor: String, successor: String, predecessorName: String? = nil, successorName: String? = nil,
        established: Day? = nil
    ) {
        (self.predecessor, self.successor, self.established) = (predecessor, successor, established)
        (self.predecessorName, self.successorName) = (predecessorName, successorName)
    }

    /// What the link of `urn` to `other` means. Only the types that tell a direction join histories: "Predecessor",
    /// "Successor", and both with " - merged", " - amalgamated", " - Split School". "Other", "Result of Amalgamation"
    /// and links of sixth form centres do not tell which school came first.
    init?(of urn: String, to other: String, named name: String?, type: String, on day: Day?) {
        guard urn != other else { return nil }
        let kind = type.spacedOnce.lowercased()
        if kind == "predecessor" || kind.hasPrefix("predecessor -") {
            self.init(predecessor: other, successor: urn, predecessorName: name, established: day)
        } else if kind == "successor" || kind.hasPrefix("successor -") {
            self.init(predecessor: urn, successor: other, successorName: name, established: day)
        } else {
            return nil
        }
    }

    /// - Parameter cell: `124969 Predecessor`, as in `Linked establishments`.
    init?(of urn: String, cell: String) {
        guard let (other, type) = SuccessorLink.parts(ofCell: cell) else { return nil }
        self.init(of: urn, to: other, named: nil, type: type, on: nil)
    }

    package struct Ends: Hashable, Sendable {
        package let predecessor: String
        package let successor: String
    }

    package var ends: Ends { Ends(predecessor: predecessor, successor: successor) }

    /// Both sources of one link together; `self` is the one that is kept already.
    func completed(by other: SuccessorLink) -> SuccessorLink {
        SuccessorLink(
            predecessor: predecessor, successor: successor, predecessorName: predecessorName ?? other.predecessorName,
            successorName: successorName ?? other.successorName, established: established ?? other.established)
    }

    static func isCell(_ cell: String) -> Bool { parts(ofCell: cell) != nil }

    private static func parts(ofCell cell: String) -> (urn: String, type: String)? {
        let parts = cell.split(separator: " ", maxSplits: 1)
        guard parts.count == 2, let urn = RegisterValue.urn(String(parts[0])),
            parts[1].first?.isLetter == true
        else { return nil }
        return (urn, String(parts[1]))
    }
}

extension [SuccessorLink] {
    /// Each pair of schools once, with what all of its sources tell.
    var merged: [SuccessorLink.Ends: SuccessorLink] {
        reduce(into: [:]) { found, link in found[link.ends] = found[link.ends]?.completed(by: link) ?? link }
    }
}
