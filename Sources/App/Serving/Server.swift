import Database
import Hummingbird
import HummingbirdCore
package import Jobs
import Kernel
package import Logging
import NIOCore
import ServiceLifecycle
import Site
import UnixSignals

/// Serves the site until a signal comes; then answers what is in hand, lets the jobs under way finish and closes the
/// databases.
package struct Server: Sendable {
    let site: TermwiseSite
    let host: String
    let port: Int
    let mail: Mail
    let logger: Logger
    /// Told the port once it listens; port 0 lets the system choose.
    let announce: @Sendable (Int) async -> Void

    package init(
        site: TermwiseSite, host: String, port: Int, mail: Mail, logger: Logger,
        announce: @escaping @Sendable (Int) async -> Void = { _ in }
    ) {
        self.site = site
        self.host = host
        self.port = port
        self.mail = mail
        self.logger = logger
        self.announce = announce
    }

    private var connection: HTTP1Channel.Configuration {
        let connections = Connections(proxies: site.runtime.settings.trustedProxies)
        return HTTP1Channel.Configuration(
            additionalChannelHandlers: [connections.doorman], idleTimeout: .seconds(Bounds.rest))
    }

    package func run() async throws {
        let announce = self.announce
        let application = Application(
            responder: site.responder, server: .http1(configuration: connection),
            configuration: ApplicationConfiguration(
                address: .hostname(host, port: port), serverName: "Termwise"),
            onServerRunning: { channel in await announce(channel.localAddress?.port ?? 0) }, logger: logger)
        let workers = TrustWorkers(
            trusts: site.runtime.trusts, settings: site.runtime.settings, mail: mail, logger: logger)
        let group = ServiceGroup(
            configuration: ServiceGroupConfiguration(
                services: [.init(service: application), .init(service: workers)],
                gracefulShutdownSignals: [.sigterm, .sigint], logger: logger))
        try await group.run()
        for home in try await site.runtime.trusts.all() { await home.database.close() }
    }
}
