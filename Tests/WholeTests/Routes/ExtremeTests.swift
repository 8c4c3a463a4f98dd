import App
import Database
import Foundation
import HTTPTypes
import Site
import TestKit
import Testing

/// Whatever comes in a field, a part of an address or a query: an answer that is nobody's fault, and a process that lives.
@Suite struct Extremes {
    /// What nobody means, each of which has ended some program: the ends of 64 bits and one beyond, nothing, much, what
    /// looks like a number elsewhere, the first and the last day, signs that turn the words around them.
    static let values = [
        "9223372036854775807", "9999-12-31", "-9223372036854775808", "-9223372036854775808=x",
        String(repeating: "9", count: 5_000), "", "0", "-1", "9223372036854775808", "٣", "0001-01-01",
        "🏳️‍🌈e\u{301}\u{202e}\u{1}\r\n\u{85}",
    ]

    /// That which is tried in each field alone; all of them in all fields at once.
    private static let worst = values[0]

    @Test func whateverStandsInAFieldIsAnswered() async throws {
        try await Willowbrook.with(.sqlite) { trust in
            let rows = RouteTable.rows(try await RouteWalk().things(of: trust))
            let forms = try await drawn(rows, trust)
            #expect(
                try await asking(rows.filter { $0.method == .post }, trust) { row, client in
                    let fields = (forms.fields(to: row.pattern) ?? [:]).merging(row.fields) { $1 }
                    let alone = fields.keys.map { fields.merging([$0: Self.worst]) { $1 } }
                    let together = Self.values.map { value in fields.mapValues { _ in value } }
                    for form in alone + together {
                        let answer = try await client.send(row, row.path, form)
                        if answer.status.code >= 500 { return "\(row.name) \(form)" }
                    }
                    return nil
                } == [])
        }
    }

    @Test func whateverStandsInAnAddressIsAnswered() async throws {
        let names = try queryNames()
        #expect(names.count > 15)
        try await Willowbrook.with(.sqlite) { trust in
            let rows = RouteTable.rows(try await RouteWalk().things(of: trust))
            #expect(
                try await asking(rows, trust) { row, client in
                    for path in row.paths(with: Self.values)
                        + (row.method == .get ? row.queries(names, Self.values) : [])
                    {
                        let answer = try await client.send(row, path, row.fields)
                        if answer.status.code >= 500 { return "\(row.name) \(path)" }
                    }
                    return nil
                } == [])
        }
    }

    /// One button without a field, drawn at its moment alone.
    private static let buttons: Set = [
        "/evaluations/:evaluation/reveal", "/evaluations/:evaluation/signatures", "/plans/:plan/disposal/end",
        "/plans/:plan/approval/end", "/plans/:plan/start", "/plans/:plan/maintenance/end",
        "/plans/:plan/checks/:series/removal/end", "/meetings/:meeting/items/:item/removal/end",
        "/people/:person/leaving/end",
    ]

    /// Without this, a new form would be asked about nothing above.
    @Test func theFieldsOfEveryFormAreKnown() async throws {
        try await Willowbrook.with(.sqlite) { trust in
            let rows = RouteTable.rows(try await RouteWalk().things(of: trust))
            let forms = try await drawn(rows, trust)
            let unknown = rows.filter { row in
                row.method == .post && row.fields.isEmpty && forms.fields(to: row.pattern) == nil
            }
            #expect(unknown.map(\.pattern).filter { !Self.buttons.contains($0) } == [])
        }
    }

    /// The samples' forms, and those of the pages of the table, as their right readers see them. What a page draws with a
    /// query, or of a draft alone, is asked for by itself.
    private func drawn(_ rows: [RouteRow], _ trust: Willowbrook) async throws -> DrawnForms {
        var forms = DrawnForms()
        forms.add(try await trust.client("Sam Okafor").get("/calendar/years/new?from=blank").body)
        let details = rows.first { $0.method == .post && $0.pattern == "/plans/:plan/details" }?.path ?? ""
        forms.add(try await trust.client("James Oyelaran").get(details).body)
        for row in rows where row.method == .get {
            forms.add(try await trust.client(row.right).get(row.path).body)
        }
        for address in ["/sign-in", "/first-use"] { forms.add(try await trust.client(nil).get(address).body) }
        return forms
    }

    /// Asks about the rows, some at once, each in a browser of its own.
    private func asking(
        _ rows: [RouteRow], _ trust: Willowbrook,
        _ ask: @escaping @Sendable (RouteRow, TestClient) async throws -> String?
    ) async throws -> [String] {
        try await withThrowingTaskGroup(of: String?.self) { group in
            for row in rows {
                group.addTask {
                    let client = try await trust.client(row.right)
                    _ = try await client.get("/help/keys")
                    return try await ask(row, client)
                }
            }
            return try await group.reduce(into: []) { wrong, one in if let one { wrong.append(one) } }
        }
    }

    /// What some page reads of a query.
    private func queryNames() throws -> [String] {
        let pattern = try Regex(#"\.quer(?:y|ies)\("([a-z-]+)"\)"#, as: (Substring, Substring).self)
        return Set(Project.sources.flatMap(\.lines).flatMap { $0.matches(of: pattern).map { String($0.output.1) } })
            .sorted()
    }
}

extension TestClient {
    fileprivate func send(_ row: RouteRow, _ path: String, _ fields: [String: String]) async throws -> Exchange {
        if row.method == .get { return try await get(path) }
        guard row.pattern == "/administration/imports" || row.pattern.hasSuffix("/look") else {
            return try await post(path, fields)
        }
        return try await upload(path, fields, file: ("file", fields["file"] ?? "", Data((fields["file"] ?? "").utf8)))
    }
}

extension RouteRow {
    /// This address with each part that names something replaced by each of `values`.
    fileprivate func paths(with values: [String]) -> [String] {
        let (parts, own) = (pattern.split(separator: "/"), path.prefix { $0 != "?" }.split(separator: "/"))
        return parts.indices.filter { parts[$0].hasPrefix(":") }.flatMap { place in
            values.map { value in
                var changed = own.map(String.init)
                changed[place] = Self.encoded(value)
                return "/" + changed.joined(separator: "/")
            }
        }
    }

    /// This address with each of `values` under all of `names`.
    fileprivate func queries(_ names: [String], _ values: [String]) -> [String] {
        values.map { value in
            path.prefix { $0 != "?" } + "?" + names.map { "\($0)=\(Self.encoded(value))" }.joined(separator: "&")
        }
    }

    private static func encoded(_ text: String) -> String {
        text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
    }
}
