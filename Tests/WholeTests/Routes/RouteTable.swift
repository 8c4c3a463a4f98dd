import HTTPTypes

/// Every route of the site with what it answers to whom. A route that is not here fails the test.
enum RouteTable {
    static func rows(_ things: Things) -> [RouteRow] {
        start(things) + evaluations(things) + schools(things) + calendar(things) + proFormas + plans(things.plans)
            + planPapers(things.plans) + meetings(things, things.meetings) + checks(things, things.checks)
            + people(things) + notices(things)
    }

    private static func start(_ things: Things) -> [RouteRow] {
        [
            .anybody("/"),
            .anybody("/heat-map"),
            .anybody("/tools"),
            .anybody("/tools/:tool", "/tools/\(things.tool)", success: 303),
            .anybody("/tools/:tool/:version", "/tools/\(things.tool)/2026-1"),
            .open(.get, "/help/keys", nil, 200),
            .open(.get, "/gallery", nil, 200),
        ]
    }

    private static func evaluations(_ things: Things) -> [RouteRow] {
        let evaluation = "/evaluations/\(things.evaluation)"
        let pattern = "/evaluations/:evaluation"
        let judged = ["level": "2", "reason": "Seen", "version": "0"]
        return [
            .anybody("/evaluations"),
            RouteRow(
                method: .get, pattern: "/evaluations/new", path: "/evaluations/new", right: "James Oyelaran",
                nobody: 303, stranger: 200, reader: 403, success: 200),
            .write("/evaluations", "/evaluations", stranger: 422, success: 422),
            .read(pattern, evaluation),
            .read(pattern + "/cards/:item", evaluation + "/cards/\(things.item)"),
            .read(pattern + "/room", evaluation + "/room"),
            .read(pattern + "/movement", evaluation + "/movement"),
            .read(pattern + "/history", evaluation + "/history", reader: 403, success: 409),
            .write(pattern + "/judgements/:item", evaluation + "/judgements/\(things.item)", judged),
            .write(pattern + "/readiness", evaluation + "/readiness"),
            .write(pattern + "/readiness/end", evaluation + "/readiness/end"),
            .write(pattern + "/reveal", evaluation + "/reveal", success: 409),
            .write(
                pattern + "/agreements/:item", evaluation + "/agreements/\(things.item)",
                ["level": "2", "basis": "evidence-seen", "version": "0"], success: 409),
            .write(pattern + "/signatures", evaluation + "/signatures", success: 409),
            .write(
                pattern + "/reopenings", evaluation + "/reopenings", ["reason": "x"], right: "Aisha Karim", success: 409
            ),
        ]
    }

    private static func schools(_ things: Things) -> [RouteRow] {
        let school = "/schools/\(things.academy)"
        let department = school + "/departments/\(things.english)"
        return [
            .anybody("/schools"),
            .read("/schools/:school", school),
            .read("/schools/:school/areas/:area", school + "/areas/inclusion"),
            .read("/schools/:school/departments", school + "/departments"),
            .read("/schools/:school/departments/:department", department, reader: 403),
            .write("/schools/:school/departments", school + "/departments", success: 422),
            .write(
                "/schools/:school/departments/:department/name", department + "/name", ["version": "1"], success: 422),
            .write(
                "/schools/:school/departments/:department/closing", department + "/closing", ["version": "9"],
                success: 409),
            .read("/schools/:school/category", school + "/category"),
            .write("/schools/:school/category", school + "/category", right: "Daniel Whitcombe", success: 422),
            .administration(.get, "/schools/:school/moves/new", school + "/moves/new"),
            .administration(.post, "/schools/:school/moves", school + "/moves", success: 409),
            .administration(.get, "/administration/trust/successor"),
            .administration(.post, "/administration/trust/successor", success: 422),
            .administration(.get, "/administration/imports/new"),
            .administration(.post, "/administration/imports", success: 400),
            .administration(
                .get, "/administration/imports/:upload", "/administration/imports/\(things.missing)", success: 404),
            .administration(
                .post, "/administration/imports/:upload", "/administration/imports/\(things.missing)", success: 404),
        ]
    }

    private static func calendar(_ things: Things) -> [RouteRow] {
        let trust = "/calendar/\(things.year)"
        let own = "/schools/\(things.academy)/calendar"
        return [
            .anybody("/calendar"),
            .anybody("/calendar/:year", trust),
            .administration(.get, "/calendar/years/new"),
            .administration(.post, "/calendar/years", success: 404),
            .administration(.get, "/calendar/:year/half-terms", trust + "/half-terms"),
            .administration(.post, "/calendar/:year/half-terms", trust + "/half-terms", success: 409),
            .administration(.post, "/calendar/:year/days", trust + "/days", success: 422),
            .administration(.post, "/calendar/:year/days/:day/end", trust + "/days/2026-01-01/end", success: 409),
            .read("/schools/:school/calendar", own),
            .read("/schools/:school/calendar/:year", own + "/\(things.year)"),
            .read("/schools/:school/calendar/:year/half-terms", own + "/\(things.year)/half-terms", reader: 403),
            .write("/schools/:school/calendar/:year/half-terms", own + "/\(things.year)/half-terms", success: 409),
            .write("/schools/:school/calendar/:year/days", own + "/\(things.year)/days", success: 422),
            .write(
                "/schools/:school/calendar/:year/days/:day/end", own + "/\(things.year)/days/2026-01-01/end",
                success: 409),
        ]
    }

    private static func people(_ things: Things) -> [RouteRow] {
        let person = "/people/\(things.person)"
        return [
            RouteRow(
                method: .get, pattern: "/sign-in", path: "/sign-in", right: "James Oyelaran", nobody: 200,
                stranger: 303, reader: 303, success: 303),
            .open(.post, "/sign-in", nil, 422),
            .open(.get, "/forgotten-password", nil, 200),
            .open(.post, "/forgotten-password", nil, 409),
            .open(.post, "/sign-in/demo", nil, 404),
            .open(.get, "/first-use", nil, 303),
            .open(.post, "/first-use", nil, 303),
            .open(.get, "/invitations/:secret", "/invitations/none", 404),
            .open(.post, "/invitations/:secret", "/invitations/none", 404),
            .anybody("/me"),
            .write("/me/password", "/me/password", stranger: 422, reader: 422, success: 422),
            .write(
                "/me/sessions/:session/end", "/me/sessions/\(things.missing)/end", reader: 404, success: 404),
            .administration(.get, "/people", stranger: 200),
            .administration(.get, "/people/new", stranger: 200),
            .administration(.post, "/people", stranger: 422, success: 422),
            .administration(.get, "/people/:person", person, stranger: 404),
            .administration(.post, "/people/:person/details", person + "/details", stranger: 404, success: 422),
            .administration(.post, "/people/:person/invitations", person + "/invitations", stranger: 404),
            .administration(
                .post, "/people/:person/sessions/end", person + "/sessions/end", stranger: 404, success: 303),
            .administration(.post, "/people/:person/posts", person + "/posts", stranger: 404, success: 422),
            .administration(
                .post, "/people/:person/posts/:post/end", person + "/posts/\(things.post)/end", stranger: 404,
                success: 422),
            .administration(.get, "/people/:person/leaving", person + "/leaving", stranger: 404),
            .administration(.post, "/people/:person/leaving", person + "/leaving", stranger: 404, success: 422),
            .administration(.post, "/people/:person/leaving/end", person + "/leaving/end", stranger: 404, success: 409),
            .administration(.get, "/jobs"),
            .administration(.post, "/jobs/letters", success: 409),
            .administration(.post, "/jobs/:job/tries", "/jobs/\(things.missing)/tries", success: 409),
            // These end sessions, so they come last.
            .write("/me/sessions/end", "/me/sessions/end", stranger: 303, reader: 303, success: 303),
            .open(.post, "/sign-out", nil, 303),
        ]
    }
}
