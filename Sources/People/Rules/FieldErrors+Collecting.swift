package import Kernel

extension FieldErrors {
    /// Adds what `work` refuses, so that a form tells everything at once.
    /// - Returns: nil when something was refused.
    /// - Throws: whatever is no refusal of a field.
    package mutating func collecting<Value>(_ work: () throws -> Value) throws -> Value? {
        do {
            return try work()
        } catch Refusal.invalid(let errors) {
            for error in errors.all { add(error.field, error.sentence) }
            return nil
        }
    }
}
