import Kernel
import Site

/// The page after sign-in.
func todayRoutes(_ routes: inout Routes, _ features: [Feature]) {
    let due = features.map(\.due)
    routes.get("/", .signedIn) { visit in
        let view = try await readToday(visit.actor, asking: due, in: visit.database)
        let done = DoneOnToday(done: visit.query("done"), seen: visit.query("seen"))
        return .page(TodayPage(view: view, token: visit.formToken, done: done).page)
    }
}

let todayLink = Reader.Link(.today, "Today", "/")
