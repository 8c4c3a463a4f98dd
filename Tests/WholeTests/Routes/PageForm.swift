import Kernel

/// A form as it stands on a page, to be filled in as somebody might.
struct PageForm: Sendable {
    struct Field: Sendable {
        let name: String
        /// What the summary of errors links to.
        let id: String
        /// What stands there already.
        let value: String
    }

    let action: String
    let isPost: Bool
    let hasFile: Bool
    /// Those in which one types.
    let texts: [Field]
    /// Everything else as it would be sent: what is hidden, chosen or pressed.
    let others: [String: String]

    /// The address with its ids left out, so that the same form of two things is one.
    var pattern: String { action.replacing(/\/[0-9a-z]{25}/, with: "/…") }

    static func all(on page: String) -> [PageForm] {
        page.matches(of: /(?s)<form ([^>]*)>(.*?)<\/form>/).compactMap { form in
            attribute("action", of: form.1).map {
                PageForm(action: String($0.prefix { $0 != "#" }), tag: form.1, body: form.2)
            }
        }
    }

    private init(action: String, tag: Substring, body: Substring) {
        self.action = action
        isPost = Self.attribute("method", of: tag) == "post"
        hasFile = tag.contains("multipart/form-data")
        var (texts, others): ([Field], [String: String]) = ([], [:])
        for input in body.matches(of: /<input ([^>]*)>/) {
            let tag = input.1
            guard let name = Self.attribute("name", of: tag) else { continue }
            let (kind, value) = (Self.attribute("type", of: tag) ?? "text", Self.attribute("value", of: tag) ?? "")
            switch kind {
            case "file": break
            case "hidden": others[name] = value
            case "radio", "checkbox":
                if tag.contains(" checked") || (kind == "radio" && others[name] == nil) { others[name] = value }
            default:
                texts.append(Field(name: name, id: Self.attribute("id", of: tag) ?? name, value: value))
            }
        }
        for area in body.matches(of: /(?s)<textarea ([^>]*)>\n?(.*?)<\/textarea>/) {
            guard let name = Self.attribute("name", of: area.1) else { continue }
            texts.append(
                Field(name: name, id: Self.attribute("id", of: area.1) ?? name, value: Self.read(area.2)))
        }
        for select in body.matches(of: /(?s)<select ([^>]*)>(.*?)<\/select>/) {
            guard let name = Self.attribute("name", of: select.1) else { continue }
            let options = select.2.matches(of: /<option ([^>]*)>/).map(\.1)
            let chosen = options.first { $0.contains(" selected") && Self.attribute("value", of: $0) != "" }
            let first = chosen ?? options.first { Self.attribute("value", of: $0) != "" }
            others[name] = first.flatMap { Self.attribute("value", of: $0) } ?? ""
        }
        for press in body.matches(of: /<button ([^>]*)>/) {
            guard let name = Self.attribute("name", of: press.1), others[name] == nil else { continue }
            others[name] = Self.attribute("value", of: press.1)
        }
        (self.texts, self.others) = (texts, others)
    }

    private static func attribute(_ name: String, of tag: Substring) -> String? {
        let all = tag.matches(of: /([a-z-]+)="([^"]*)"/)
        return all.first { $0.1 == name }.map { read($0.2) }
    }

    private static func read(_ text: Substring) -> String {
        String(text).replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&quot;", with: "\"")
            .replacing("&#39;", with: "'").replacing("&amp;", with: "&")
    }
}

extension PageForm {
    /// The field that a line of the summary of errors links to.
    func name(of link: Substring) -> String { texts.first { $0.id == link }?.name ?? String(link) }

    /// What could stand in a text field that did not take the text: what stood there, a day, a number, an address.
    func answers(_ field: Field, day: Day) -> [String] {
        let usual = ["\(day)", day.long, "1", "somebody@willowbrook.example", "https://example.org/x", ""]
        return (field.value.isEmpty ? [] : [field.value]) + usual
    }
}
