import Database
import Foundation
import HTTPTypes
import Kernel
import Plans
import TestKit
import Testing

/// Whatever people, programs and phones put into a field: on both engines it is kept as it was sent, or a sentence stands
/// at the field. Every form of every page is filled in here, so a new one is found by itself.
@Suite struct AnyText {
    private static let families = "👨‍👩‍👧‍👦"
    private static let flags = "🏴󠁧󠁢󠁥󠁮󠁧󠁿🇬🇧"
    private static let accents = "e\u{301}"
    /// One sign of each kind that means something to a page, a file, a database or a line of text.
    private static let odd =
        "One \(families)\(flags)\(accents) \u{202e}two\u{2066} שלום\u{0}\u{7}\u{b}three\u{2028}four\u{85}five\rsix\u{fffe}"
        + "\u{200b}\u{9f}\u{10ffff} <b>&\"'% _x0041_ \\ $1 ?1 =1"

    @Test(arguments: Engine.available) func everyFieldOfEveryFormTakesAnyText(_ engine: Engine) async throws {
        try await Willowbrook.with(engine) { trust in
            let walk = try await TextWalk(of: trust)
            try await walk.everyForm { form, browser in
                try await walk.send(form, in: browser) { _ in Self.odd }
            }
            #expect(walk.wrong == [])
            #expect(walk.taken.count >= 20, "\(walk.taken.sorted())")
        }
    }

    @Test(arguments: Engine.available) func everyFieldTakesWhatItsSentenceSays(_ engine: Engine) async throws {
        try await Willowbrook.with(engine) { trust in
            let walk = try await TextWalk(of: trust)
            try await walk.everyForm { form, browser in
                let limits = try await walk.limits(of: form, in: browser)
                guard !limits.isEmpty else { return }
                func filled(_ sign: String, upTo most: Int = .max, plus more: Int = 0) -> (String) -> String {
                    { field in
                        limits[field].flatMap { $0 > most ? nil : String(repeating: sign, count: $0 + more) } ?? "Words"
                    }
                }
                let tall = "e" + String(repeating: "\u{301}", count: TextLimit.signs)
                let sign = limits.values.contains { $0 > 2_000 } ? Self.accents : Self.families
                try await walk.expect(limits.count, "characters; it has", of: form, in: browser, filled(sign, plus: 1))
                // A form of longer texts than this would be refused for its size.
                let short = limits.values.filter { $0 <= 1_000 }.count
                try await walk.expect(
                    short, "more marks than can be kept", of: form, in: browser, filled(tall, upTo: 1_000))
                let page = try await walk.send(form, in: browser, filled(sign))
                if page.body.contains("characters; it has") {
                    walk.wrong.append("\(form.pattern) refuses its own limit")
                }
            }
            #expect(walk.wrong == [])
            #expect(walk.limited.count >= 25, "\(walk.limited.sorted())")
        }
    }

    /// The most that a name may hold is more than an index of PostgreSQL's holds, and nothing in it repeats.
    @Test(arguments: Engine.available) func theLongestNameIsKept(_ engine: Engine) async throws {
        try await Willowbrook.with(engine) { trust in
            let marks = (0..<720).compactMap { Unicode.Scalar(UInt32(0xe0100 + $0 * $0 * 89 % 240)) }
            let name = (0..<80).map { "e" + String(String.UnicodeScalarView(marks[$0 * 9..<$0 * 9 + 9])) }.joined()
            let browser = try await trust.client("James Oyelaran")
            let page = "/schools/\(trust.academy)/departments"
            _ = try await browser.get(page)
            let answer = try await browser.post(page, ["name": name, "kind": "subject"])
            #expect(answer.status == .seeOther)
            #expect(try await browser.get(page).body.contains(name))
        }
    }

    @Test(arguments: Engine.available) func wordsComeBackAsTheyWereSent(_ engine: Engine) async throws {
        try await Willowbrook.with(engine) { trust in
            let plan = try await trust.draft()
            let browser = try await trust.client("James Oyelaran")
            let new = PlanLinks.plan(plan) + "/priorities/new"
            for title in [Self.families, Self.accents].map({ String(repeating: $0, count: 300) }) {
                _ = try await browser.get(new)
                let words = "שלום – Amir\u{202e}\u{b}\(Self.flags)\u{2028}three"
                let saved = try await browser.post(
                    PlanLinks.plan(plan) + "/priorities", ["title": title, "why": words, "stops": "<b>"])
                #expect(saved.status == .seeOther)
                let shown = try await browser.get(#require(saved.location?.withoutFragment))
                #expect(shown.body.contains(title))
                #expect(
                    shown.body.contains("<p dir=\"rtl\"><span dir=\"rtl\">שלום – Amir</span></p><p>\(Self.flags)</p>"))
            }
        }
    }

    /// A browser never sends half of a sign, but a program may.
    @Test func bytesThatAreNoTextAreRefusedWithAPage() async throws {
        try await Willowbrook.with(.sqlite) { trust in
            let plan = try await trust.draft()
            let browser = try await trust.client("James Oyelaran")
            _ = try await browser.get(PlanLinks.plan(plan) + "/priorities/new")
            for bytes in ["%ED%A0%80", "%ff", "%C0%80", "%F4%90%80%80"] {
                let answer = try await browser.post(
                    PlanLinks.plan(plan) + "/priorities",
                    body: "form-token=\(browser.formToken)&title=a\(bytes)b&version=0")
                #expect((400..<500).contains(answer.status.code))
            }
        }
    }
}

/// Goes through the forms of every page that the table of routes names.
private final class TextWalk {
    private let pages: [(path: String, person: String?)]
    private let trust: Willowbrook
    private let day: Day
    private var browsers: [String: TestClient] = [:]
    var wrong: [String] = []
    /// The forms that were saved, or whose length was refused with a sentence: without them this would prove nothing.
    var taken: Set<String> = []
    var limited: Set<String> = []

    init(of trust: Willowbrook) async throws {
        let rows = RouteTable.rows(try await Things(of: trust))
        // The gallery shows the same forms about things that are not there.
        pages = rows.filter { $0.method == .get && $0.path != "/gallery" }.map { ($0.path, $0.isOpen ? nil : $0.right) }
        self.trust = trust
        day = try await trust.schoolDay(trust.testDay + 1)
    }

    func everyForm(_ fill: (PageForm, TestClient) async throws -> Void) async throws {
        var seen: Set<String> = []
        for (path, person) in pages {
            let browser = try await browser(of: person)
            let page = try await browser.get(path)
            guard page.status == .ok else { continue }
            for form in PageForm.all(on: page.body) where !form.texts.isEmpty && seen.insert(form.pattern).inserted {
                try await fill(form, browser)
            }
        }
    }

    private func browser(of person: String?) async throws -> TestClient {
        if let known = browsers[person ?? ""] { return known }
        let browser = try await trust.client(person)
        browsers[person ?? ""] = browser
        return browser
    }

    /// Fills in and sends. Where a field wants something else than words, it is answered and the form sent again, as
    /// people do, so that the words of the other fields reach the database.
    @discardableResult
    func send(
        _ form: PageForm, in browser: TestClient, _ text: (String) -> String
    ) async throws -> TestClient.Exchange {
        var fields = form.others
        for field in form.texts { fields[field.name] = text(field.name) }
        var answers = Dictionary(
            form.texts.map { ($0.name, form.answers($0, day: day)) }, uniquingKeysWith: { first, _ in first })
        var page = try await send(fields, of: form, in: browser)
        for _ in 0..<6 where page.status == .unprocessableContent {
            let told = page.body.matches(of: /<li><a href="#([^"]+)">([^<]*)<\/a>/).map { (form.name(of: $0.1), $0.2) }
            if told.contains(where: { $0.1.contains("characters; it has") || $0.1.contains("more marks") }) { break }
            for (name, _) in told where answers[name]?.isEmpty == false {
                fields[name] = answers[name]?.removeFirst()
            }
            page = try await send(fields, of: form, in: browser)
        }
        if page.status == .seeOther {
            taken.insert(form.pattern)
            if let next = page.location?.withoutFragment, next.hasPrefix("/"),
                try await browser.get(next).status.code >= 500
            {
                wrong.append("\(form.pattern) leads to \(next), which fails")
            }
        }
        return page
    }

    private func send(
        _ fields: [String: String], of form: PageForm, in browser: TestClient
    ) async throws -> TestClient.Exchange {
        let query = fields.map { "\($0)=\($1.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? "")" }
        let page =
            form.isPost
            ? form.hasFile
                ? try await browser.upload(
                    form.action, fields,
                    file: ("file", String(repeating: "e\u{301}", count: 110) + ".txt", Data("x".utf8)))
                : try await browser.post(form.action, fields)
            : try await browser.get(form.action + "?" + query.joined(separator: "&"))
        if page.status.code >= 500 { wrong.append("\(form.pattern): \(page.status.code) for \(fields.keys.sorted())") }
        return page
    }

    /// So many fields are refused with this sentence.
    func expect(
        _ count: Int, _ sentence: String, of form: PageForm, in browser: TestClient, _ text: (String) -> String
    ) async throws {
        guard count > 0 else { return }
        let page = try await send(form, in: browser, text)
        let told = page.body.components(separatedBy: "<li><a href=\"#").filter { $0.contains(sentence) }.count
        if page.status != .unprocessableContent || told < count {
            wrong.append("\(form.pattern): \(page.status.code), “\(sentence)” \(told) times, not \(count)")
        }
    }

    /// How long each field may be, as its own sentence says when far too much is sent.
    func limits(of form: PageForm, in browser: TestClient) async throws -> [String: Int] {
        let page = try await send(form, in: browser) { _ in String(repeating: "a", count: 20_100) }
        let told = page.body.matches(of: /<li><a href="#([^"]+)">Keep this within ([0-9,]+) characters/)
        let limits = told.compactMap { one in Int(one.2.replacing(",", with: "")).map { (form.name(of: one.1), $0) } }
        if !limits.isEmpty { limited.insert(form.pattern) }
        return Dictionary(limits, uniquingKeysWith: { first, _ in first })
    }
}

extension String {
    fileprivate var withoutFragment: String { String(prefix { $0 != "#" }) }
}
