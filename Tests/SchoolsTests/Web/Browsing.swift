import Database
import Foundation
import Kernel
import Schools
import TestKit

@testable import SchoolRules

/// Runs `body` with a fresh Willowbrook and a browser in which `name` is signed in, and removes the files sent.
func browsing<Value>(
    as name: String?, _ body: (Willowbrook, TestClient) async throws -> Value
) async throws -> Value {
    try await Willowbrook.with(.sqlite) { trust in
        let result: Result<Value, any Error>
        do { result = .success(try await body(trust, trust.client(name))) } catch { result = .failure(error) }
        for upload in try await trust.uploads { try await forgetUpload(upload, in: trust.database) }
        return try result.get()
    }
}

/// Willowbrook's register of the year after: one school renamed, one closed, one gone to another trust, one new, and a
/// row without a name.
enum NextRegister {
    static let willowbrook = (uid: "99001", name: "Willowbrook Learning Trust")

    private static func school(_ urn: String, _ name: String, _ more: [String: String] = [:]) -> [String: String] {
        Invented.school(urn, name, trust: willowbrook, more)
    }

    static let sheet = Sheet(.full135).with(
        school("900101", "Oakfield Academy"),
        school(
            "900108", "Northgate Free School",
            [
                "EstablishmentStatus (code)": "2", "EstablishmentStatus (name)": "Closed", "CloseDate": "31-08-2025",
            ]),
        Invented.school("900107", "The Beacon School", trust: ("9002", "BIRCH TRUST")),
        school("900201", "Elm Row Primary School"), school("900202", ""))
}

extension TestClient {
    static let imports = "/administration/imports"

    /// Chooses `file` on the page for it and sends the form.
    func send(_ file: Data, named name: String = "register.csv", token: String? = nil) async throws -> Exchange {
        _ = try await get(Self.imports + "/new")
        return try await upload(Self.imports, [:], file: ("file", name, file), token: token)
    }

    /// Sends `sheet`, and follows to the page with its trusts.
    ///
    /// - Returns: the address of that page.
    func bring(_ sheet: Sheet) async throws -> String {
        try await send(Data(sheet.bytes)).location ?? "the file was refused"
    }
}

extension TestClient.Exchange {
    /// The value of a hidden field.
    func hidden(_ name: String) -> String? {
        guard let start = body.range(of: "name=\"\(name)\" value=\"") else { return nil }
        return String(body[start.upperBound...].prefix { $0 != "\"" })
    }

    /// What is read on the page: without markup, spaced once.
    var words: String {
        let bare = body.replacing(/<[^>]*>/, with: " ").split(whereSeparator: \.isWhitespace).joined(separator: " ")
        let characters = ["&lt;": "<", "&gt;": ">", "&quot;": "\"", "&#39;": "'"]
        return characters.reduce(bare) { $0.replacing($1.key, with: $1.value) }.replacing("&amp;", with: "&")
    }
}

extension Willowbrook {
    var schoolNames: [String] {
        get async throws { try await database.read { try $0.everySchool() }.filter(\.isCurrent).map(\.name) }
    }

    var uploads: [RegisterUpload] {
        get async throws { try await database.read { try $0.registerUploads(before: $0.moment.adding(seconds: 1)) } }
    }
}
