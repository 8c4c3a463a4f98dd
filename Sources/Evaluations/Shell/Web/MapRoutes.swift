import EvaluationRules
import Foundation
import HTTPTypes
import Kernel
package import Site

/// The trust's map, a school's page, and a school's area: from far to near.
package func mapRoutes(_ routes: inout Routes) {
    routes.get(MapLinks.map, .signedIn, showMap)
    routes.get("/schools/:school", .signedIn, showSchool)
    routes.get("/schools/:school/areas/:area", .signedIn) { visit in
        let seen = try await readArea(
            slug: visit.part("area"), of: visit.id("school"), for: visit.actor, in: visit.database)
        return .page(AreaPage(seen: seen).page)
    }
}

/// What stands at a school; with a page's number in the address the whole list of its evaluations.
private func showSchool(_ visit: SignedIn) async throws -> Answer {
    guard visit.query("page") != nil else {
        return .page(
            SchoolPage(seen: try await readSchool(visit.id("school"), for: visit.actor, in: visit.database)).page)
    }
    let wanted = EvaluationsWanted(department: visit.query("department").flatMap { DepartmentID($0) }, page: visit.page)
    let history = try await readHistory(ofSchool: visit.id("school"), wanted, for: visit.actor, in: visit.database)
    return .page(SchoolHistoryPage(history: history, wanted: wanted).page)
}

private func showMap(_ visit: SignedIn) async throws -> Answer {
    let choice = MapChoice(
        kind: visit.query("phase"), category: visit.query("category"), authority: visit.query("authority"))
    let order = MapOrder(area: visit.query("sort"), isHighestFirst: visit.query("order") == MapOrder.highestFirst)
    let map = try await readTrustMap(choice, for: visit.actor, in: visit.database)
    return .page(HeatMapPage(map: map, choice: choice, order: order).page)
}

/// In which order the map's rows stand: by name, or by the level of one area.
struct MapOrder: Hashable, Sendable {
    static let highestFirst = "highest"

    /// The area's slug; nil for the order by name.
    var area: String?
    var isHighestFirst = false
}

/// The addresses of these pages; what is chosen stands in the address and nowhere else.
enum MapLinks {
    static let map = "/heat-map"
    /// What stands between a school's address and an area's slug.
    static let areas = "/areas/"

    static func map(_ choice: MapChoice, _ order: MapOrder) -> String {
        let values = [
            ("phase", choice.kind), ("category", choice.category), ("authority", choice.authority),
            ("sort", order.area), ("order", order.isHighestFirst ? MapOrder.highestFirst : nil),
        ]
        let query = values.compactMap { name, value in value.map { "\(name)=\(encoded($0))" } }
        return query.isEmpty ? map : map + "?" + query.joined(separator: "&")
    }

    static func area(_ school: SchoolID, _ area: String) -> String {
        EvaluationLinks.school(school) + areas + areaSlug(area)
    }

    static func evaluations(_ school: SchoolID, _ wanted: EvaluationsWanted) -> String {
        let department = wanted.department.map { "&department=\($0)" } ?? ""
        return EvaluationLinks.school(school) + "?page=\(wanted.page)" + department
    }

    // Pages that Plans and Schools keep of one school.
    static func plans(_ school: SchoolID) -> String { "/plans?school=\(school)" }
    static func meetings(_ school: SchoolID) -> String { EvaluationLinks.school(school) + "/meetings" }
    static func planHealth(_ school: SchoolID) -> String { EvaluationLinks.school(school) + "/health" }
    static func category(_ school: SchoolID) -> String { EvaluationLinks.school(school) + "/category" }
    static func departments(_ school: SchoolID) -> String { EvaluationLinks.school(school) + "/departments" }
    static func calendar(_ school: SchoolID) -> String { EvaluationLinks.school(school) + "/calendar" }

    private static func encoded(_ value: String) -> String {
        value.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
    }
}
