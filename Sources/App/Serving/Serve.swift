import Database
import Jobs
package import Kernel
package import Logging
import People
import ServiceLifecycle
import Site
import UnixSignals

/// `termwise serve`: opens what the settings name and serves it until a signal comes.
///
/// - Throws: `WrongSetting` with a sentence when it cannot begin.
package func serve(_ settings: Settings, logger: Logger, world: World) async throws {
    let plan = try TrustPlan(settings)
    let trusts = try await plan.open(world: world, catalogue: catalogueFolder(settings.catalogue))
    let code = try await firstUseCode(plan, trusts, world)
    try await listen(settings, trusts, logger, world, firstUseCode: code) { address in
        say("Termwise is serving \(address)")
        if let code { say("This database has no trust yet. Make it at \(address)/first-use with the code \(code)") }
    }
}

/// `termwise work`: does waiting jobs without serving pages.
package func work(_ settings: Settings, logger: Logger, world: World) async throws {
    let trusts = try await TrustPlan(settings).open(world: world, catalogue: catalogueFolder(settings.catalogue))
    let group = ServiceGroup(
        configuration: ServiceGroupConfiguration(
            services: [
                .init(
                    service: TrustWorkers(
                        trusts: trusts, settings: siteSettings(settings), mail: settings.mail, logger: logger))
            ],
            gracefulShutdownSignals: [.sigterm, .sigint], logger: logger))
    try await group.run()
    for home in try await trusts.all() { await home.database.close() }
}

/// Serves `trusts` and calls `announce` with the address once it listens.
func listen(
    _ settings: Settings, _ trusts: any Trusts, _ logger: Logger, _ world: World, isDemo: Bool = false,
    firstUseCode: String? = nil, announce: @escaping @Sendable (String) async -> Void
) async throws {
    if !PasswordDictionary.installed.isThere {
        logger.warning(
            "New passwords are held against our own list alone: there is no dictionary. Install cracklib-runtime.")
    }
    let mail = settings.mail
    let site = TermwiseSite(
        settings: siteSettings(settings, isDemo: isDemo, firstUseCode: firstUseCode), trusts: trusts, world: world,
        logger: logger, mail: mail)
    let shown = shownHost(settings)
    let server = Server(
        site: site, host: settings.host, port: settings.port, mail: mail, logger: logger
    ) { port in
        await announce("http://\(shown):\(port)")
    }
    try await server.run()
}

private func siteSettings(_ settings: Settings, isDemo: Bool = false, firstUseCode: String? = nil) -> SiteSettings {
    var made = SiteSettings(
        baseURL: settings.baseURL ?? "http://\(shownHost(settings)):\(settings.port)", isDemo: isDemo,
        showsGallery: settings.showsGallery, trustedProxies: settings.trustedProxies,
        metricsToken: settings.metricsToken, firstUseCode: firstUseCode)
    made.servesManyTrusts = settings.trusts != nil
    return made
}

private func shownHost(_ settings: Settings) -> String {
    settings.host.contains(":") ? "[\(settings.host)]" : settings.host
}

/// A code for the first-use page when some trust's database is empty; a new one at every start.
private func firstUseCode(_ plan: TrustPlan, _ trusts: any Trusts, _ world: World) async throws -> String? {
    for home in try await trusts.all() where try await Doorkeeping().trustName(in: home.database) == nil {
        return world.secret(bytes: 5)
    }
    return nil
}
