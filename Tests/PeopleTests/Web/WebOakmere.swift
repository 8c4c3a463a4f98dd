import App
import Database
import Foundation
import HTTPTypes
import Jobs
import Kernel
import Logging
import People
import PeopleRules
import Site
import TestKit
import Testing

/// The whole site in front of the small trust.
struct WebOakmere {
    let trust: Oakmere
    let site: SiteResponder
    let demo: SiteResponder
    let logger: Logger?

    static func with(
        isDemo: Bool = false, mail: Mail = Mail(folder: nil), logger: Logger? = nil,
        _ body: (WebOakmere) async throws -> Void
    ) async throws {
        try await Oakmere.with(.sqlite) { trust in
            func site(isDemo: Bool) -> SiteResponder {
                let settings = SiteSettings(baseURL: "https://oakmere.example", isDemo: isDemo)
                return peopleSite(settings, trust.database, trust.hasher, mail)
            }
            try await body(
                WebOakmere(trust: trust, site: site(isDemo: isDemo), demo: site(isDemo: true), logger: logger))
        }
    }

    /// A browser in which nobody is signed in, with the form token of the sign-in page.
    func stranger() async throws -> TestClient {
        let browser = TestClient(site, logger: logger)
        _ = try await browser.get("/sign-in")
        return browser
    }

    /// A browser in which this person is signed in, with the form token of their own page.
    func browser(_ person: PersonID) async throws -> TestClient {
        let chooser = TestClient(demo)
        _ = try await chooser.get("/sign-in")
        _ = try await chooser.post("/sign-in/demo", ["person": person.text])
        let browser = TestClient(site, logger: logger)
        browser.takeCookies(of: chooser)
        _ = try await browser.get("/me")
        return browser
    }

    func administrator() async throws -> TestClient { try await browser(trust.administrator.person) }
}

/// The site with the pages of this feature alone, and passwords as cheap as the trust's.
func peopleSite(
    _ settings: SiteSettings, _ database: any Database, _ hasher: PasswordHasher, _ mail: Mail = Mail(folder: nil)
) -> SiteResponder {
    let feature = peopleFeature(mail: mail, hasher: hasher)
    var routes = Routes()
    feature.routes(&routes)
    let home = TrustHome(key: "oakmere", database: database)
    return SiteResponder(
        routes: routes,
        runtime: SiteRuntime(
            settings: settings, trusts: OneTrust(home), doorkeeper: Doorkeeping(), world: database.world,
            logger: .quiet,
            links: feature.links))
}

extension TestClient.Exchange {
    /// Whether the page says this, as text.
    func says(_ words: String) -> Bool { body.contains(words) }

    var code: Int { Int(status.code) }

    /// What stands in the first link that begins so.
    func address(beginning prefix: String) -> String? {
        guard let start = body.range(of: prefix) else { return nil }
        return prefix + body[start.upperBound...].prefix { $0.isLetter || $0.isNumber || "-/".contains($0) }
    }
}
