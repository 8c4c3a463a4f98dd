import HTTPTypes
import Kernel
import Site

/// The page of keys that every page's footer links to.
func startRoutes(_ routes: inout Routes) {
    routes.open(.get, "/help/keys", because: "it tells nothing about any trust", firstUse: true) { arrival in
        .page(keysPage(for: arrival.reader))
    }
}

/// Every page and component with its samples: for people who build Termwise, never served to a trust's own people.
func galleryRoutes(_ routes: inout Routes, _ features: [Feature]) {
    routes.open(.get, "/gallery", because: "it shows samples only, and only in development", firstUse: true) { _ in
        .page(galleryPage(componentSamples + todaySamples + features.flatMap(\.samples)))
    }
}
