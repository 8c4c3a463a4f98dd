import HTTPTypes
import Kernel
import SchoolRules
import Site

/// The departments of a school: seen by whoever sees the school, kept by its leaders and the trust's administrators.
func departmentRoutes(_ routes: inout Routes) {
    routes.get("/schools/:school/departments", .signedIn) { visit in .page(try await departmentsPage(visit).page) }
    routes.post("/schools/:school/departments", .signedIn, add)
    routes.get("/schools/:school/departments/:department", .signedIn) { visit in
        .page(try await departmentPage(visit).page)
    }
    routes.post("/schools/:school/departments/:department/name", .signedIn, rename)
    routes.post("/schools/:school/departments/:department/closing", .signedIn, close)
}

private func add(_ visit: SignedIn) async throws -> Answer {
    let (name, kind) = (visit.form.text("name"), visit.form.text("kind"))
    let school: SchoolID = try visit.id("school")
    _ = try MayKeepDepartments(visit.actor, school: school)
    do {
        guard let chosen = Department.Kind(rawValue: kind) else { throw Refusal.invalid("kind", "Choose a kind.") }
        _ = try await addDepartment(name, kind: chosen, to: school, by: visit.actor, in: visit.database)
    } catch Refusal.invalid(let errors) {
        var page = try await departmentsPage(visit)
        (page.name, page.kind, page.errors) = (name, kind, errors)
        return .page(page.page, status: .unprocessableContent)
    }
    return .seeOther(SchoolLinks.departments(school))
}

private func rename(_ visit: SignedIn) async throws -> Answer {
    let name = visit.form.text("name")
    do {
        try await renameDepartment(
            try visit.id("department"), to: name, version: visit.form.version, by: visit.actor, in: visit.database)
        return .seeOther(SchoolLinks.departments(try visit.id("school")))
    } catch Refusal.invalid(let errors) {
        var page = try await departmentPage(visit)
        (page.name, page.errors) = (name, errors)
        return .page(page.page, status: .unprocessableContent)
    } catch Refusal.stale {
        var page = try await departmentPage(visit)
        (page.name, page.isStale) = (name, true)
        return .page(page.page, status: .conflict)
    }
}

private func close(_ visit: SignedIn) async throws -> Answer {
    let id: DepartmentID = try visit.id("department")
    do {
        try await closeDepartment(id, version: visit.form.version, by: visit.actor, in: visit.database)
        return .seeOther(SchoolLinks.departments(try visit.id("school")))
    } catch Refusal.stale {
        var page = try await departmentPage(visit)
        page.isStale = true
        return .page(page.page, status: .conflict)
    }
}

private func departmentsPage(_ visit: SignedIn) async throws -> DepartmentsPage {
    let seen = try await readDepartments(of: visit.id("school"), for: visit.actor, in: visit.database)
    return DepartmentsPage(seen: seen, token: visit.formToken)
}

private func departmentPage(_ visit: SignedIn) async throws -> DepartmentPage {
    let (school, department) = try await readDepartment(
        visit.id("department"), of: visit.id("school"), for: visit.actor, in: visit.database)
    return DepartmentPage(school: school, department: department, token: visit.formToken)
}
