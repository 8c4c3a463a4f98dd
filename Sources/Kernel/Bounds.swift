/// How much of anything may be sent at once, said in one place. Each is far more than any page of ours sends, and small
/// enough that a thousand such requests hurt nobody.
package enum Bounds {
    /// Bytes of an ordinary form.
    package static let formBytes = 1_048_576
    /// Fields of a form, unless its route says otherwise.
    package static let fields = 1_000
    /// Parts of a form that carries files, and the bytes of all its texts together.
    package static let parts = 100
    package static let partText = 1_000_000
    /// Lines of a field in which each line is a thing of its own.
    package static let lines = 100
    /// Things chosen or put on a list, such as statements for a plan or points on an agenda.
    package static let items = 200
    /// Requests of one visitor in hand at once; a whole school may stand behind one address.
    package static let atOnce = 400
}
