package import Database
package import Kernel
import SchoolRules

/// `termwise import schools FILE [--groups FILE]… --trust "NAME or UID" [--check] [--json]`.
package struct ImportCommand: Sendable {
    package let files: RegisterFiles
    package let trust: String
    /// Only says what would be done.
    package let isCheck: Bool
    package let isJSON: Bool
    private let follower: SchoolFollower

    package init(
        files: RegisterFiles, trust: String, isCheck: Bool, isJSON: Bool, following follower: SchoolFollower = .nobody
    ) {
        (self.files, self.trust, self.isCheck, self.isJSON) = (files, trust, isCheck, isJSON)
        self.follower = follower
    }
}

/// What a command prints and how it ends.
package struct CommandOutcome: Sendable, Hashable {
    package let status: Int32
    /// For standard output.
    package let output: String
    /// For standard error.
    package let complaint: String

    package init(status: Int32, output: String, complaint: String) {
        (self.status, self.output, self.complaint) = (status, output, complaint)
    }
}

extension ImportCommand {
    /// Runs the command. Only a database that fails throws.
    ///
    /// - Parameter database: nil stands for an empty one and goes with `isCheck` only.
    /// - Returns: status 0 when it could do its work, 2 when a file or the trust cannot be read.
    package func run(in database: (any Database)?, today: Day) async throws -> CommandOutcome {
        do {
            let (plan, open) = try await carriedOut(in: database, today: today)
            return CommandOutcome(status: 0, output: isJSON ? try plan.json : plan.words(isCheck, open), complaint: "")
        } catch let error as RegisterUnreadable {
            let way = error.successor.map {
                " On the machine: termwise trust succeed --uid \($0.uid ?? "") --name NAME."
            }
            return CommandOutcome(status: 2, output: "", complaint: error.sentence + (way ?? ""))
        } catch let refusal as Refusal {
            return CommandOutcome(status: 2, output: "", complaint: refusal.sentence)
        }
    }

    /// With what is open at the schools that end, as it was before.
    private func carriedOut(
        in database: (any Database)?, today: Day
    ) async throws -> (plan: ImportPlan, open: OpenThings) {
        let plan = try await planImport(of: trust, from: files, by: .onTheMachine, in: database, today: today)
        guard let database else { return (plan, [:]) }
        let open = try await readOpen(in: plan, following: follower, in: database)
        if isCheck { return (plan, open) }
        let done = try await importSchools(
            of: trust, from: files, by: .onTheMachine, actor: nil, following: follower, in: database)
        return (done, open)
    }
}

extension ImportPlan {
    /// The plan for a terminal.
    fileprivate func words(_ isCheck: Bool, _ open: OpenThings) -> String {
        let title = trust.name + (trust.uid.map { " (\($0))" } ?? "")
        var lines = [isCheck ? "\(title): what an import would do." : "\(title): imported."]
        lines += section("Added", added.map { "\($0.facts.urn) \($0.facts.name)" })
        lines += section(
            "Changed", changed.map { "\($0.facts.urn) \($0.facts.name): \($0.what.joined(separator: ", "))" })
        lines += section(
            "Closed or left",
            closed.map { one in
                let there = open[one.school.id] ?? []
                return "\(one.facts.urn) \(one.facts.name)"
                    + (there.isEmpty ? "" : "; open there: " + there.map(\.words).joined(separator: ", "))
            })
        lines.append("Unchanged: \(unchanged)")
        lines += section("Refused", refused.map { "line \($0.line): \($0.reason)" })
        lines += section("Warnings", warnings.map { ($0.line > 0 ? "line \($0.line): " : "") + $0.reason })
        return lines.joined(separator: "\n")
    }

    private func section(_ name: String, _ lines: [String]) -> [String] {
        lines.isEmpty ? [] : ["\(name): \(lines.count)"] + lines.map { "  \($0)" }
    }
}
