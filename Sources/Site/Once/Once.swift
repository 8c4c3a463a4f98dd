import Crypto
import Foundation
import Kernel

/// A form that makes something, as one person sends it: by its id it is known again, whatever became of the answer.
struct Once: Hashable, Sendable {
    /// Somebody else's id is a form of one's own: it leads nowhere and stands in nobody's way.
    let person: PersonID
    /// The id drawn with the page, and the address that the form is sent to.
    let form: String
    /// All that was filled in.
    let said: String

    /// - Returns: nil for a form that makes nothing.
    init?(_ form: Form, _ uploads: [Upload], to path: String, by person: PersonID) {
        let id = form.text(onceField)
        guard (1...100).contains(id.utf8.count) else { return nil }
        self.person = person
        self.form = Self.hash([id, path])
        let fields = Set(form.names).subtracting([formTokenField, onceField]).sorted()
        let files = uploads.filter { $0.size > 0 }.map { [$0.field, $0.name, String($0.size)] }
        said = Self.hash((fields.map { [$0] + form.all($0) } + files).flatMap { [String($0.count)] + $0 })
    }

    private static func hash(_ texts: [String]) -> String {
        var hash = SHA256()
        for text in texts {
            hash.update(data: Data("\(text.utf8.count) ".utf8))
            hash.update(data: Data(text.utf8))
        }
        return hash.finalize().hexadecimal
    }
}

/// The form was sent before, and what its verb answered cannot be told again.
struct AlreadyMade: Error {}
