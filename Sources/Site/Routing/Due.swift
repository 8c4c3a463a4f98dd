package import Kernel
package import Markup

/// What waits for a person, and how it is done in place: what Today shows.
@dynamicMemberLookup
package struct Due: Sendable {
    package let waiting: Waiting
    /// The small form that does it in place, given the form token; nil where it takes a page.
    package let form: (@Sendable (_ token: String) -> HTML)?

    package init(_ waiting: Waiting, form: (@Sendable (_ token: String) -> HTML)? = nil) {
        (self.waiting, self.form) = (waiting, form)
    }

    package subscript<Value>(dynamicMember part: KeyPath<Waiting, Value>) -> Value { waiting[keyPath: part] }
}
