import PlanRules
import Site

/// A plan on paper and as files, for whoever may read it.
func planPaperRoutes(_ routes: inout Routes) {
    routes.get("/plans/:plan/print", .signedIn) { visit in
        let (seen, document) = try await visit.planDocument()
        return .page(PlanPrintPage(document: document, links: PlanPaperLinks(to: seen)).page)
    }
    routes.get("/plans/:plan/page", .signedIn) { visit in
        let (seen, document) = try await visit.planDocument()
        return .page(PlanOnAPage(document: document, links: PlanPaperLinks(to: seen)).page)
    }
    routes.get("/plans/:plan/plan.xlsx", .signedIn) { visit in
        let document = try await visit.planDocument().document
        return .download(
            try planSpreadsheet(document), name: document.fileName + ".xlsx",
            type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
    }
    routes.get("/plans/:plan/plan.docx", .signedIn) { visit in
        let document = try await visit.planDocument().document
        return .download(
            try await planWordFile(document), name: document.fileName + ".docx",
            type: "application/vnd.openxmlformats-officedocument.wordprocessingml.document")
    }
}

extension SignedIn {
    fileprivate func planDocument() async throws -> (seen: SeenPlan, document: PlanDocument) {
        try await readPlanDocument(id("plan"), for: actor, in: database)
    }
}

extension PlanDocument {
    /// Of the title's letters and digits, so that it is a name on every system: `english-reasons-in-writing`.
    var fileName: String {
        let words = title.lowercased().split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
        let name = words.joined(separator: "-").prefix(60)
        return name.isEmpty ? "plan" : String(name)
    }
}
