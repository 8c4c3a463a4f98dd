package import Logging

extension Logger {
    /// Says nothing: for those who look at the outcome themselves.
    package static var quiet: Logger { Logger(label: "termwise.jobs") { _ in SwiftLogNoOpLogHandler() } }
}
