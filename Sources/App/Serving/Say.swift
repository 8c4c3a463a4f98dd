import Foundation

/// A line for the operator on standard output, at once even when it is a pipe.
func say(_ line: String) { FileHandle.standardOutput.write(Data((line + "\n").utf8)) }
