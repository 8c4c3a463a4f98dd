import Kernel
import Markup
import Site
import Testing

@testable import SchoolRules
@testable import Schools

@Suite struct SchoolPagesTests {
    private func listed(_ name: String, _ category: SchoolCategory? = nil, left: Day? = nil) -> ListedSchool {
        var facts = SchoolFacts(urn: "900001", name: name)
        (facts.phase, facts.lowAge, facts.highAge) = (.primary, 4, 11)
        (facts.pupils, facts.pupilsCounted) = (400, Day(2025, 1, 16))
        return ListedSchool(school: school(facts, left: left), category: category)
    }

    @Test func aSchoolsNameCannotBecomeMarkup() {
        let page = SchoolListPage(schools: [listed("<b>Ash</b>")], isPast: false, mayImport: false).page
        #expect(page.body.text.contains("&lt;b&gt;Ash"))
        #expect(!page.body.text.contains("<b>Ash"))
    }

    @Test func aCountOfPupilsSaysWhenItWasMade() {
        let page = SchoolListPage(schools: [listed("Ash")], isPast: false, mayImport: false).page
        #expect(page.body.text.contains("<span title=\"Counted on 16 January 2025\">400</span>"))
        #expect(page.body.text.contains("4–11"))
    }

    @Test func anEmptyTrustOffersTheFirstStepToAdministratorsOnly() {
        func text(_ mayImport: Bool) -> String {
            SchoolListPage(schools: [], isPast: false, mayImport: mayImport).page.body.text
        }
        #expect(text(true).contains("/administration/imports/new"))
        #expect(!text(false).contains("/administration/imports/new"))
    }

    @Test func noDecisionIsSaidAndNotColoured() {
        let category = SchoolCategory(key: "x", name: "Own word", concern: 9)
        let text = SchoolListPage(schools: [listed("Ash"), listed("Beech", category)], isPast: false, mayImport: false)
            .page.body.text
        #expect(text.contains("Not decided") && text.contains("Own word"))
    }

    @Test func aPlanSaysOldAndNewAndTheLinesThatWereRefused() throws {
        let sheet = Sheet(.full135).with(Invented.school("900001", "Ash"), Invented.school("900002", ""))
        let before = schools(after: try plan(Sheet(.full135).with(Invented.school("900001", "Old Ash"))))
        let plan = try plan(sheet, existing: before)
        let files = RegisterFiles(schools: RegisterPath("x", named: "schools.csv"))
        let upload = RegisterUpload(
            id: ID(bytes: Array(repeating: 1, count: 16)), uploadedAt: Instant(milliseconds: 0), files: files)
        let text = ImportPlanPage(upload: upload, plan: plan, fingerprint: try plan.fingerprint, token: "t").page.body
            .text
        #expect(text.contains("<del>Old Ash</del> <ins>Ash</ins>"))
        #expect(text.contains("The school has no name.") && text.contains("name=\"trust\" value=\"9001\""))
    }

    @Test func onlyKeepersGetTheFormOfADepartment() {
        func text(_ mayKeep: Bool) -> String {
            let seen = SeenDepartments(school: listed("Ash").school, departments: [], mayKeep: mayKeep)
            return DepartmentsPage(seen: seen, token: "t").page.body.text
        }
        #expect(text(true).contains("Add department") && !text(false).contains("Add department"))
    }

    @Test func aNationalFilesTrustsAreSearched() {
        let trusts = (1...60).map { RegisterTrust(uid: String($0), name: "TRUST \($0)", schools: 1) }
        let files = RegisterFiles(schools: RegisterPath("x", named: "schools.csv"))
        let upload = RegisterUpload(
            id: ID(bytes: Array(repeating: 1, count: 16)), uploadedAt: Instant(milliseconds: 0), files: files)
        let own = Trust(version: 1, uid: "57", name: "Alder", registerName: "TRUST 57")
        let all = ChooseTrustPage(upload: upload, trusts: trusts, own: own, find: "").page.body.text
        #expect(all.contains("20 more match") && all.contains("value=\"57\" aria-describedby=\"trust-1-hint\" checked"))
        let found = ChooseTrustPage(upload: upload, trusts: trusts, own: own, find: "trust 6").page.body.text
        #expect(found.contains("TRUST 60") && !found.contains("TRUST 12"))
    }
}

@Suite struct SchoolSampleTests {
    @Test(arguments: schoolsFeature().samples.indices) func everySampleDrawsAndNoneLetsMarkupThrough(index: Int) {
        let text = schoolsFeature().samples[index].html().text
        #expect(!text.isEmpty)
        #expect(!text.contains("<b>Cedar"))
    }

    @Test func thePlanSampleShowsEveryKindOfChange() throws {
        let plan = try #require(schoolsFeature().samples.first { $0.name == "What would change" }).html().text
        for title in ["Added", "Changed", "Closed or left", "Refused"] { #expect(plan.contains("<h2>\(title)</h2>")) }
    }
}
