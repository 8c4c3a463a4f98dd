import Kernel
import People
import PeopleRules
import TestKit
import Testing

@Suite struct PeoplePagesTests {
    private func newPerson(_ web: WebOakmere) -> [String: String] {
        [
            "name": "Bea Brown", "email": "bea@oakmere.example", "role": "governor", "place": web.trust.oak.text,
            "starts": "2026-11-21", "ends": "",
        ]
    }

    @Test func theListIsForAdministratorsAndHeads() async throws {
        try await WebOakmere.with { (web) async throws in
            let staff = try await web.trust.add("Dee Dale", .staff, at: web.trust.atEnglish)
            let head = try await web.trust.add("Hal Hill", .headteacher, at: .school(web.trust.oak))
            let elsewhere = try await web.trust.add("Elm Ely", .staff, at: .school(web.trust.elm))
            #expect(try await TestClient(web.site).get("/people").location == "/sign-in?next=%2Fpeople")
            #expect(try await web.browser(staff.id).get("/people").code == 403)
            let own = try await web.browser(head.id)
            let list = try await own.get("/people")
            #expect(list.says("Dee Dale") && !list.says("Elm Ely") && !list.says("/jobs"))
            #expect(try await own.get("/people/\(elsewhere.id)").code == 404)
            #expect(try await own.get("/people/\(staff.id)").code == 200)
            #expect(try await web.administrator().get("/people").says("Elm Ely"))
        }
    }

    @Test func somebodyNewIsAddedInvitedAndFound() async throws {
        try await WebOakmere.with { (web) async throws in
            let browser = try await web.administrator()
            #expect(try await browser.get("/people/new").says("Oak Primary"))
            let answer = try await browser.post("/people", newPerson(web))
            #expect(answer.code == 200 && answer.says("Bea Brown is invited"))
            let link = try #require(answer.address(beginning: "https://oakmere.example/invitations/"))
            let guest = TestClient(web.site)
            #expect(try await guest.get(String(link.dropFirst(23))).says("Bea Brown"))
            #expect(
                try await browser.get("/people?q=bea&role=governor&school=\(web.trust.oak)").says(
                    "Governor, Oak Primary"))
            #expect(try await browser.get("/people?q=nobody").says("Nobody is found."))
        }
    }

    @Test func everythingTypedStaysWhenSomebodyNewIsRefused() async throws {
        try await WebOakmere.with { (web) async throws in
            let browser = try await web.administrator()
            let wrong = ["email": "bea", "starts": "soon", "place": "nowhere"]
            let answer = try await browser.post("/people", newPerson(web).merging(wrong) { $1 })
            #expect(answer.code == 422)
            for words in [
                "Enter an email address in the form", "Choose a place.", "Enter the first day in the form 2026-09-01.",
                "value=\"Bea Brown\"", "value=\"bea\"", "value=\"soon\"", "<option value=\"governor\" selected>",
            ] { #expect(answer.says(words), "\(words)") }
        }
    }

    @Test func aPostIsGivenAndEnded() async throws {
        try await WebOakmere.with { (web) async throws in
            let bea = try await web.trust.add("Bea Brown", .governor, at: .school(web.trust.oak))
            let (browser, path) = (try await web.administrator(), "/people/\(bea.id)")
            let post = [
                "role": "staff", "place": "\(web.trust.oak) \(web.trust.english)", "starts": "2026-11-22", "ends": "",
            ]
            #expect(try await browser.post(path + "/posts", post).location == path + "?done=post-given")
            let page = try await browser.get(path + "?done=post-given")
            #expect(page.says("The post is given.") && page.says("English, Oak Primary"))
            let first = try await web.trust.posts(of: bea.id)[0]
            let late = try await browser.post(path + "/posts/\(first.id)/end", ["last-day": "soon"])
            #expect(late.code == 422 && late.says("Enter the last day") && late.says("value=\"soon\""))
            let ended = try await browser.post(path + "/posts/\(first.id)/end", ["last-day": "2026-11-30"])
            #expect(ended.location == path + "?done=post-ended")
            #expect(try await browser.get(path).says("Mon 30 Nov 2026"))
            let twice = try await browser.post(path + "/posts", post)
            #expect(twice.code == 422 && twice.says("Bea Brown holds this post in that time already."))
        }
    }

    @Test func theLastAdministratorIsTold() async throws {
        try await WebOakmere.with { (web) async throws in
            let ada = web.trust.administrator.person
            let post = try await web.trust.posts(of: ada)[0]
            let answer = try await web.administrator().post(
                "/people/\(ada)/posts/\(post.id)/end", ["last-day": "2026-11-30"])
            #expect(answer.code == 409 && answer.says("The trust would have no administrator."))
        }
    }

    @Test func aCorrectionOverAnotherOneIsShownWithBoth() async throws {
        try await WebOakmere.with { (web) async throws in
            let bea = try await web.trust.add("Bea Brown", .governor, at: .school(web.trust.oak))
            let (browser, path) = (try await web.administrator(), "/people/\(bea.id)")
            let first = ["name": "Bea Black", "email": "bea@oakmere.example", "version": "1"]
            #expect(try await browser.post(path + "/details", first).location == path + "?done=corrected")
            let second = ["name": "Bea White", "email": "bea@oakmere.example", "version": "1"]
            let answer = try await browser.post(path + "/details", second)
            #expect(answer.code == 409 && answer.says("<h1>Bea Black</h1>") && answer.says("value=\"Bea White\""))
            #expect(answer.says("name=\"version\" value=\"2\""))
        }
    }

    @Test func invitingAgainShowsTheNewLinkOnce() async throws {
        try await WebOakmere.with { (web) async throws in
            let bea = try await web.trust.add("Bea Brown", .governor, at: .school(web.trust.oak))
            let (browser, path) = (try await web.administrator(), "/people/\(bea.id)")
            let answer = try await browser.post(path + "/invitations")
            #expect(answer.address(beginning: "https://oakmere.example/invitations/") != nil)
            let page = try await browser.get(path)
            #expect(page.says("the invitation is open until 9 January 2027, 09:30") && !page.says("/invitations/"))
        }
    }

    @Test func seeingSomebodyOutListsTheDutiesAndHandsThemOver() async throws {
        try await WebOakmere.with { (web) async throws in
            let hal = try await web.trust.add("Hal Hill", .headteacher, at: .school(web.trust.oak))
            let sue = try await web.trust.add("Sue Senior", .seniorLeader, at: .school(web.trust.oak))
            let head = try await web.trust.posts(of: hal.id)[0]
            let (browser, path) = (try await web.administrator(), "/people/\(hal.id)")
            let page = try await browser.get(path + "/leaving")
            #expect(page.says("Headteacher, Oak Primary") && page.says("<option value=\"\(sue.email)\">Sue Senior"))
            let form = [
                "last-day": "2026-12-31", "handed": head.id.text, "duty": head.id.text, "successor": "", "address": "",
            ]
            let refused = try await browser.post(path + "/leaving", form)
            #expect(refused.code == 422 && refused.says("Say who takes up the duties that are ticked"))
            #expect(refused.says("value=\"2026-12-31\""))
            let done = try await browser.post(path + "/leaving", form.merging(["successor": sue.email.text]) { $1 })
            #expect(done.location == path + "?done=left")
            #expect(try await browser.get("/people/\(sue.id)").says("Fri 1 Jan 2027"))
            let again = try await browser.post(path + "/leaving", form.merging(["successor": sue.email.text]) { $1 })
            #expect(again.code == 409 && again.says("Hal Hill leaves on 31 December 2026 already."))
            #expect(try await browser.post(path + "/leaving/end").location == path + "?done=stays")
            let open = try await browser.post(path + "/leaving", form.merging(["handed": ""]) { $1 })
            #expect(open.location == path + "?done=left-open")
            #expect(try await browser.get(path + "?done=left-open").says("nobody’s until somebody takes it up"))
        }
    }

    @Test func aNameIsTextWhateverStandsInIt() async throws {
        try await WebOakmere.with { (web) async throws in
            let browser = try await web.administrator()
            let hostile = newPerson(web).merging(["name": "<script>alert(1)</script>"]) { $1 }
            let answer = try await browser.post("/people", hostile)
            #expect(answer.code == 200 && !answer.says("<script>alert"))
            #expect(try await !browser.get("/people").says("<script>alert"))
        }
    }
}
