package import Database
package import Kernel

/// Asks every feature what waits for a person and what comes until a day.
package typealias Collect = @Sendable (Actor, Day, Reading) throws -> [Waiting]

/// What links of a trust's letters begin with; nil for a trust that this process does not serve.
package typealias FindSite = @Sendable (any Database) async throws -> String?
