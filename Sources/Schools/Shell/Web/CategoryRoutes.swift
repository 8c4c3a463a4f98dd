import Database
import HTTPTypes
import Kernel
import SchoolRules
import Site

/// The category of a school: seen by whoever sees the school, decided by the chief executive or director of education.
func categoryRoutes(_ routes: inout Routes) {
    routes.get("/schools/:school/category", .signedIn) { visit in .page(try await categoryPage(visit).page) }
    routes.post("/schools/:school/category", .signedIn) { visit in
        let typed = PlacingForm(visit.form)
        let school: SchoolID = try visit.id("school")
        guard visit.actor.sees(.school(school)) else { throw Refusal.notFound }
        _ = try MayPlaceSchools(visit.actor)
        do {
            try await placeSchool(school, try typed.input, by: visit.actor, in: visit.database)
        } catch Refusal.invalid(let errors) {
            var page = try await categoryPage(visit)
            (page.typed, page.errors) = (typed, errors)
            return .page(page.page, status: .unprocessableContent)
        }
        return .seeOther(SchoolLinks.category(school))
    }
}

private func categoryPage(_ visit: SignedIn) async throws -> CategoryPage {
    try await visit.database.read { tx in
        let school = try visit.seenSchool(tx)
        return CategoryPage(
            school: school, categories: try tx.categories(), placings: try tx.placings(of: school.id),
            mayPlace: (try? MayPlaceSchools(visit.actor)) != nil, today: tx.today, token: visit.formToken)
    }
}
