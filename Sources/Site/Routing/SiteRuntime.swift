package import Kernel
package import Logging

/// Everything the pipeline needs besides the request; built once by `App`.
package struct SiteRuntime: Sendable {
    package let settings: SiteSettings
    package let trusts: any Trusts
    package let doorkeeper: any Doorkeeper
    package let world: World
    package let logger: Logger
    package let metrics: Metrics
    package let assets: Assets
    package let links: @Sendable (Actor) -> [Reader.Link]

    package init(
        settings: SiteSettings, trusts: any Trusts, doorkeeper: any Doorkeeper, world: World, logger: Logger,
        metrics: Metrics = Metrics(), links: @escaping @Sendable (Actor) -> [Reader.Link]
    ) {
        self.settings = settings
        self.trusts = trusts
        self.doorkeeper = doorkeeper
        self.world = world
        self.logger = logger
        self.metrics = metrics
        assets = Assets()
        self.links = links
    }
}
