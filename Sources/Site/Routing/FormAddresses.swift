import HTTPTypes
import Hummingbird

/// A refused form shows its page at the form's own address, which takes no other request. Whoever asks for that address
/// again, by reloading, from a letter or after signing in, is led to the page that the form stands on.
extension Routes {
    /// A route for each path that only forms are sent to, behind the gate of its form.
    var formAddresses: [Route] {
        let pages = Set(all.filter { $0.method == .get }.map(\.path))
        var seen = pages
        return all.filter { $0.method == .post && seen.insert($0.path).inserted }.map { form in
            let page = Self.page(of: form.path, among: pages)
            return Route(
                method: .get, path: form.path, access: form.access, gate: form.gate, size: nil,
                servesFirstUse: form.servesFirstUse
            ) { .seeOther(page.address(for: $0.request.uri.path)) }
        }
    }

    /// The form to add one, where the path is that of a list; else the nearest page above.
    private static func page(of path: String, among pages: Set<String>) -> FormPage {
        let parts = path.split(separator: "/")
        if pages.contains(path + "/new") { return FormPage(kept: parts.count, ending: ["new"]) }
        let kept = (0..<parts.count).last { pages.contains("/" + parts.prefix($0).joined(separator: "/")) }
        return FormPage(kept: kept ?? 0, ending: [])
    }
}

/// A page's address, told by that of a form.
private struct FormPage {
    /// How many parts of the form's path it shares.
    let kept: Int
    let ending: [Substring]

    func address(for path: String) -> String {
        "/" + (path.split(separator: "/").prefix(kept) + ending).joined(separator: "/")
    }
}
