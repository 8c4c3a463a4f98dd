package import Jobs
package import Kernel
package import Logging
import People
package import Site

/// The site with everything wired: what a server listens with, and what tests ask directly.
package struct TermwiseSite: Sendable {
    package let responder: SiteResponder
    package let runtime: SiteRuntime

    package init(
        settings: SiteSettings, trusts: any Trusts, world: World, logger: Logger, mail: Mail = Mail(folder: nil)
    ) {
        let features = Features.all(mail: mail, site: settings.findingSites(among: trusts))
        runtime = SiteRuntime(
            settings: settings, trusts: trusts, doorkeeper: Doorkeeping(), world: world, logger: logger,
            links: { actor in
                let links = [todayLink] + features.flatMap { $0.links(actor) }
                return Page.Section.allCases.flatMap { section in links.filter { $0.section == section } }
            })
        var routes = Routes()
        startRoutes(&routes)
        todayRoutes(&routes, features)
        if settings.showsGallery { galleryRoutes(&routes, features) }
        for feature in features { feature.routes(&routes) }
        responder = SiteResponder(routes: routes, runtime: runtime)
    }
}

package let termwiseVersion = "0.1.0"
