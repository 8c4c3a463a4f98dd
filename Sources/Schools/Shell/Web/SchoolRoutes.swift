import Kernel
import SchoolRules
import Site

/// The list of schools.
func schoolListRoutes(_ routes: inout Routes) {
    routes.get("/schools", .signedIn) { visit in
        let isPast = visit.query("past") != nil
        let schools = try await listSchools(isPast: isPast, for: visit.actor, in: visit.database)
        let mayImport = (try? MayImportSchools(visit.actor)) != nil
        return .page(
            SchoolListPage(schools: schools, isPast: isPast, mayImport: mayImport, notice: imported(visit)).page)
    }
}

private func imported(_ visit: SignedIn) -> String? {
    let counts = ["added", "changed", "ended"].compactMap { visit.query($0).flatMap { Int(written: $0) } }
    return counts.count == 3 ? SchoolListPage.notice(added: counts[0], changed: counts[1], ended: counts[2]) : nil
}
