import Database

/// Bindings as libpq takes them: texts that end with NUL, one after the other in one piece of memory.
struct ParameterValues {
    private var bytes: [CChar] = []
    /// Where each value starts; nil for null.
    private var starts: [Int?] = []

    /// - Throws: `DatabaseError.check` for what neither engine takes.
    init(_ bindings: [Binding]) throws {
        starts.reserveCapacity(bindings.count)
        for binding in bindings {
            if let refusal = binding.refusal { throw refusal }
            switch binding {
            case .null: starts.append(nil)
            case .integer(let value): append(String(value))
            case .real(let value): append(String(value))
            case .text(let value): append(value)
            }
        }
    }

    func withPointers<Value>(_ body: (UnsafeBufferPointerOfTexts) -> Value) -> Value {
        bytes.withUnsafeBufferPointer { memory in
            body(starts.map { start in start.flatMap { memory.baseAddress?.advanced(by: $0) } })
        }
    }

    typealias UnsafeBufferPointerOfTexts = [UnsafePointer<CChar>?]

    private mutating func append(_ text: String) {
        starts.append(bytes.count)
        bytes.append(contentsOf: text.utf8.lazy.map { CChar(bitPattern: $0) })
        bytes.append(0)
    }
}
