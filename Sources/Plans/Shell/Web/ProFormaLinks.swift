package import PlanRules

package enum ProFormaLinks {
    package static let library = "/pro-formas"

    package static func version(_ key: ProFormaKey, _ version: ProFormaVersion) -> String {
        "/pro-formas/\(key)/\(version)"
    }

    static func file(_ key: ProFormaKey, _ version: ProFormaVersion) -> String { "/pro-formas/\(key)/\(version).yaml" }

    /// The form that makes the trust's next edition from this version.
    static func newEdition(_ key: ProFormaKey, _ version: ProFormaVersion) -> String {
        "/pro-formas/\(key)/\(version)/editions/new"
    }

    static func editions(_ key: ProFormaKey, _ version: ProFormaVersion) -> String {
        "/pro-formas/\(key)/\(version)/editions"
    }
}
