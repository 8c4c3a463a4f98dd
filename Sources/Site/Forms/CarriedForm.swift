import Foundation
import Kernel

/// A form that came when its session was over, on its way through the sign-in page: its texts, whose they are, and where
/// they were sent. Files are left behind.
struct CarriedForm: Codable, Sendable {
    let person: String
    let address: String
    private let fields: [[String]]

    init(_ form: Form, of person: PersonID, to address: String) {
        (self.person, self.address) = (person.text, address)
        fields = form.names.filter { $0 != formTokenField }.map { [$0] + form.all($0) }
    }

    var form: Form {
        Form(fields.flatMap { field in field.dropFirst().map { (name: field[0], value: $0) } })
    }

    /// What is being offered again while a request is answered within another: the form behind a sign-in.
    @TaskLocal static var offered: CarriedForm?
}

/// The hidden field of the sign-in page with a sealed form in it.
package let carriedField = "carried"
