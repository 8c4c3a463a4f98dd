extension RegisterFile {
    /// Reads the heading row alone.
    ///
    /// - Throws: `RegisterUnreadable` when it is no file of the register.
    package static func kind(of pieces: FilePieces) throws -> RegisterFile {
        var kind: RegisterFile?
        do {
            try read(pieces) { found in
                kind = found
                throw HeadingRead()
            } row: { _, _ in
            }
        } catch is HeadingRead {}
        return kind ?? .schools
    }
}
