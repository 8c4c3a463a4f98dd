import HTTPTypes
import Kernel
import Site

/// The operator's page. It stands here because jobs know nothing of pages.
func jobRoutes(_ routes: inout Routes) {
    routes.get(PeopleLinks.jobs, .administrators) { visit in
        let view = try await readJobs(by: visit.actor, in: visit.database)
        return .page(JobsPage(view: view, token: visit.formToken, notice: visit.done).page)
    }
    routes.post(PeopleLinks.resumeLetters, .administrators) { visit in
        try await resumeLetters(by: visit.actor, in: visit.database)
        return .seeOther(PeopleLinks.jobs + PeopleNotice.lettersResumed.query)
    }
    routes.post(PeopleLinks.jobs + "/:job/tries", .administrators) { visit in
        try await tryJobAgain(try visit.id("job"), by: visit.actor, in: visit.database)
        return .seeOther(PeopleLinks.jobs + PeopleNotice.triedAgain.query)
    }
}
