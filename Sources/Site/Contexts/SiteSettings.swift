package import Database
import Kernel

/// How this process serves; made from the operator's settings by `App`.
package struct SiteSettings: Sendable {
    /// Such as `https://improve.willowbrook.example`; decides whether cookies are marked Secure.
    package var baseURL: String
    /// Whether trusts are told apart by host name.
    package var servesManyTrusts = false
    /// The gallery is open and demo people may be chosen at the sign-in page.
    package var isDemo: Bool
    package var showsGallery: Bool
    /// Addresses of reverse proxies whose `X-Forwarded-For` and `X-Forwarded-Host` are believed.
    package var trustedProxies: Set<String>
    /// Wanted as a bearer token by `/metrics`; nil closes it.
    package var metricsToken: String?
    /// Requests of one visitor's address in hand at once.
    package var atOnce: Int
    /// Guards the first-use page.
    package var firstUseCode: String?

    package init(
        baseURL: String, isDemo: Bool = false, showsGallery: Bool = false, trustedProxies: Set<String> = [],
        metricsToken: String? = nil, atOnce: Int? = nil, firstUseCode: String? = nil
    ) {
        self.baseURL = baseURL
        self.isDemo = isDemo
        self.showsGallery = showsGallery
        self.trustedProxies = trustedProxies
        self.metricsToken = metricsToken
        self.atOnce = atOnce ?? Bounds.atOnce
        self.firstUseCode = firstUseCode
    }

    /// What links to this trust begin with: the operator's address, or the trust's own where many are served.
    package func address(of home: TrustHome) -> String {
        servesManyTrusts ? (usesTLS ? "https://" : "http://") + home.key : baseURL
    }

    /// The same for jobs, which know their database alone; nil for one that is not served here.
    package func findingSites(among trusts: any Trusts) -> @Sendable (any Database) async throws -> String? {
        { database in
            try await trusts.all().first { $0.database === database }.map { address(of: $0) }
        }
    }

    package var usesTLS: Bool { baseURL.hasPrefix("https:") }
}
