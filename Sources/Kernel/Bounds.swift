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
    /// Bytes that are read and not kept: of files that are too large (beyond, the answer comes without the words), and of a
    /// body that was answered before its end.
    package static let passedOver = 150_000_000
    /// Lines of a field in which each line is a thing of its own.
    package static let lines = 100
    /// Things chosen or put on a list, such as statements for a plan or points on an agenda.
    package static let items = 200
    /// Requests of one visitor in hand at once; a whole school may stand behind one address.
    package static let atOnce = 400
    /// Connections of one network, and of all together. A browser has six.
    package static let connections = 400
    package static let allConnections = 4_000
    /// Seconds from the first byte of a request to the end of its head.
    package static let head: Int64 = 20
    /// Seconds in which the rest of a body is read and thrown away, once its sender has an answer.
    package static let seeingOff: Int64 = 30
    /// Seconds in which nothing is heard on a connection, a request's head included. Longer than a proxy keeps one that it
    /// may use again: Caddy's two minutes, nginx's one.
    package static let rest: Int64 = 130
}
