import HTTPTypes
import Hummingbird
import Kernel
import Logging

/// What an operator wants to find again when somebody asks who came in, who was turned away and who took what out. A line
/// holds ids and never a word of what was written.
package enum SecurityEvent: String, Sendable {
    case signedIn = "signed-in"
    case signInFailed = "sign-in-failed"
    case refused
    case rightsChanged = "rights-changed"
    case exported
    case sessionsEnded = "sessions-ended"
}

extension Answer {
    /// - Parameter account: the hash of the address that was typed, where nobody is known yet.
    package func logged(_ event: SecurityEvent, account: String? = nil) -> Answer {
        var answer = self
        answer.event = event
        answer.account = account
        return answer
    }
}

extension Pipeline {
    /// The one place where the log learns of these: a file goes out, somebody is turned away, or a handler says so.
    func note(
        _ answer: Answer, _ status: HTTPResponse.Status, _ route: Routes.Route, by entry: Entry?,
        _ context: WireContext, _ logger: Logger
    ) {
        guard let event = answer.event ?? implied(answer, status, route, entry) else { return }
        var metadata: Logger.Metadata = [
            "event": "\(event.rawValue)", "method": "\(route.method)", "route": "\(route.path)",
            "status": "\(status.code)",
        ]
        if let entry { metadata["by"] = "\(entry.actor.person)" }
        if let account = answer.account { metadata["account"] = "\(account)" }
        for part in route.path.split(separator: "/") where part.hasPrefix(":") && part != ":secret" {
            let name = String(part.dropFirst())
            // What is no id was typed by somebody and tells nothing.
            if let id = context.parameters.get(name).flatMap({ ID<Route>($0) }) { metadata[name] = "\(id)" }
        }
        logger.notice("security", metadata: metadata)
    }

    private enum Route {}

    private func implied(
        _ answer: Answer, _ status: HTTPResponse.Status, _ route: Routes.Route, _ entry: Entry?
    ) -> SecurityEvent? {
        if status == .forbidden { return .refused }
        // What may not be seen looks like what is not there, to the log too.
        if status == .notFound, entry != nil, route.path.contains("/:") { return .refused }
        return answer.headers[.contentDisposition] == nil ? nil : .exported
    }
}
