import HTTPTypes
import Jobs
import Kernel
import PeopleRules
import Site

extension Gate {
    static let managers = Gate.holding(
        MayManagePeople.heads.union([.administrator]), "administrators of the trust and headteachers")
}

/// The list of people, and somebody new.
func peopleListRoutes(_ routes: inout Routes, _ mail: Mail) {
    routes.get(PeopleLinks.people, .managers) { visit in
        .page(PeoplePage(view: try await readPeople(visit.filter, by: visit.actor, in: visit.database)).page)
    }
    routes.get(PeopleLinks.newPerson, .managers) { visit in .page(try await visit.newPersonPage().page) }
    routes.post(PeopleLinks.people, .managers) { visit in try await add(visit, mail) }
}

private func add(_ visit: SignedIn, _ mail: Mail) async throws -> Answer {
    let (name, email, post) = (visit.form.text("name"), visit.form.text("email"), PostForm(visit.form))
    do {
        var errors = FieldErrors()
        let details = try errors.collecting { try PersonDetails(name: name, email: email) }
        let input = try errors.collecting { try post.input() }
        try errors.check()
        let added = try await addPerson(
            details!, first: input!, inviting: visit.site, by: visit.actor, in: visit.database)
        return .page(try await visit.invitedPage(added.person.id, added.link ?? "", mail).page).logged(.rightsChanged)
    } catch Refusal.invalid(let errors) {
        var page = try await visit.newPersonPage()
        (page.name, page.email, page.post, page.errors) = (name, email, post, errors)
        return .page(page.page, status: .unprocessableContent)
    }
}

extension SignedIn {
    /// Where links in letters lead.
    var site: SiteAddress { SiteAddress(arrival.siteAddress) }

    fileprivate var filter: PeopleFilter {
        var filter = PeopleFilter()
        filter.text = query("q") ?? ""
        filter.school = query("school").flatMap { SchoolID($0) }
        filter.role = query("role").flatMap(Role.init(rawValue:))
        filter.page = page
        return filter
    }

    fileprivate func newPersonPage() async throws -> NewPersonPage {
        NewPersonPage(choices: try await readPostChoices(by: actor, in: database), token: formToken)
    }
}
