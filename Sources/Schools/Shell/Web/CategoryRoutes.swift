import HTTPTypes
import Kernel
import SchoolRules
import Site

/// The category of a school with its reasons: seen by whoever sees the whole school, decided by the chief executive or director of education.
func categoryRoutes(_ routes: inout Routes) {
    routes.get("/schools/:school/category", .signedIn) { visit in .page(try await categoryPage(visit).page) }
    routes.post("/schools/:school/category", .signedIn, place)
}

private func place(_ visit: SignedIn) async throws -> Answer {
    let typed = PlacingForm(visit.form)
    let school: SchoolID = try visit.id("school")
    guard visit.actor.sees(.school(school)) else { throw Refusal.notFound }
    _ = try MayPlaceSchools(visit.actor)
    do {
        try await placeSchool(school, try typed.input, by: visit.actor, in: visit.database)
        return .seeOther(SchoolLinks.category(school))
    } catch Refusal.invalid(let errors) {
        return try await refused(visit, typed, errors, .unprocessableContent)
    } catch Refusal.conflict(let sentence) {
        return try await refused(visit, typed, FieldErrors([("category", sentence)]), .conflict)
    }
}

private func refused(
    _ visit: SignedIn, _ typed: PlacingForm, _ errors: FieldErrors, _ status: HTTPResponse.Status
) async throws -> Answer {
    var page = try await categoryPage(visit)
    (page.typed, page.errors) = (typed, errors)
    return .page(page.page, status: status)
}

private func categoryPage(_ visit: SignedIn) async throws -> CategoryPage {
    let seen = try await readCategory(of: visit.id("school"), for: visit.actor, in: visit.database)
    return CategoryPage(seen: seen, token: visit.formToken)
}
