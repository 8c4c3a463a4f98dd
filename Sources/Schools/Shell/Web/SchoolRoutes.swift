import Database
import Kernel
import SchoolRules
import Site

/// The list of schools.
func schoolListRoutes(_ routes: inout Routes) {
    routes.get("/schools", .signedIn) { visit in
        let isPast = visit.query("past") != nil
        let schools = try await visit.database.read { tx in
            try tx.schools(seenBy: visit.actor.visible(on: tx.today), current: !isPast)
        }
        let mayImport = (try? MayImportSchools(visit.actor)) != nil
        return .page(
            SchoolListPage(schools: schools, isPast: isPast, mayImport: mayImport, notice: imported(visit)).page)
    }
}

private func imported(_ visit: SignedIn) -> String? {
    let counts = ["added", "changed", "ended"].compactMap { visit.query($0).flatMap { Int($0) } }
    return counts.count == 3 ? SchoolListPage.notice(added: counts[0], changed: counts[1], ended: counts[2]) : nil
}

extension SignedIn {
    /// The school of the address.
    ///
    /// - Throws: `Refusal.notFound` when there is none, or this person may not know of it.
    func seenSchool(_ tx: Reading) throws -> School {
        let id: SchoolID = try id("school")
        guard actor.sees(.school(id)), let school = try tx.school(id) else { throw Refusal.notFound }
        return school
    }
}
