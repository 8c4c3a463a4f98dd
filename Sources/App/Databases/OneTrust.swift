package import Site

/// A process that serves a single trust, whatever name the browser asks for.
package struct OneTrust: Trusts {
    private let home: TrustHome

    package init(_ home: TrustHome) { self.home = home }

    package func home(host: String) async throws -> TrustHome? { home }
    package func all() async throws -> [TrustHome] { [home] }
}
