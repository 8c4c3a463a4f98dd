package import Database
package import PlanRules
package import Tools

package typealias ProFormaShelf = PublishedShelf<ProFormaID, ProForma>

extension ProFormaShelf {
    /// - Returns: nil when this trust has no such version.
    package func proForma(_ id: ProFormaID, in reading: Reading) throws -> ProForma? {
        try thing(id) { try reading.publishedProForma(id) }
    }
}

package let proFormaShelf = ProFormaShelf(room: 256)
