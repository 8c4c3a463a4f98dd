import Database
import Foundation
package import Kernel
package import Logging
import People
import Site

/// `termwise demo`: makes the invented trust when it is not there yet, and serves it to whoever asks.
///
/// - Throws: `WrongSetting` when it cannot begin.
package func serveDemo(
    _ settings: Settings, size: DemoSize, onlyMake: Bool, logger: Logger, world: World
) async throws {
    let address = DatabaseAddress(settings.database ?? "var/demo/willowbrook-\(size.rawValue).sqlite")
    let catalogue = try catalogueFolder(settings.catalogue)
    switch try await whatLies(at: address, world) {
    case .demo: break
    case .nothing:
        say("Making the demo trust; this happens once.")
        try await makeDemo(address, size: size, catalogue: catalogue, today: world.now().day)
    case .other:
        throw WrongSetting(
            "That database was not made by the demo, which lets whoever asks in as anybody. Serve a trust of your own with "
                + "termwise serve; for the demo, leave --database out or name a place where nothing is yet.")
    }
    if onlyMake { return }
    let database = try address.open(world: world)
    try await prepare(database, catalogue: catalogue)
    let trusts = OneTrust(TrustHome(key: "willowbrook", database: database))
    try await listen(settings, trusts, logger, world, isDemo: true) { address in
        say("Termwise is serving the demo trust at \(address)")
        say("Sign in as anybody on its sign-in page: for a joint judgement take Aisha Karim, liaison of Willowbrook")
        say("Academy, in one window, and James Oyelaran, its headteacher, in another. Sam Okafor administers.")
    }
}

private enum FoundThere { case nothing, demo, other }

/// Asked before anything is changed there. A making that was broken off in a PostgreSQL schema left its mark and no trust.
private func whatLies(at address: DatabaseAddress, _ world: World) async throws -> FoundThere {
    var isFile = false
    if case .file(let path) = address {
        guard FileManager.default.fileExists(atPath: path) else { return .nothing }
        isFile = true
    }
    let database = try address.open(world: world)
    let isInvented = try? await database.read { try $0.isInvented() }
    let trust = try? await Doorkeeping().trustName(in: database)
    await database.close()
    switch (isInvented, trust) {
    case (true?, .some): return .demo
    case (true?, nil), (nil, nil): return isFile ? .other : .nothing
    default: return .other
    }
}

/// Makes the trust beside its final place and moves it there whole, so that a making that breaks off leaves nothing.
package func makeDemo(_ address: DatabaseAddress, size: DemoSize, catalogue: String, today: Day) async throws {
    guard case .file(let path) = address else { return try await fill(address, size, catalogue, today) }
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let making = path + ".making"
    for rest in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: making + rest) }
    do { try OwnFile.make(at: making) } catch { throw WrongSetting(OwnFile.whyNotMade(making, error)) }
    try await fill(.file(making), size, catalogue, today)
    try FileManager.default.moveItem(atPath: making, toPath: path)
    for rest in ["-wal", "-shm"] { try? FileManager.default.removeItem(atPath: making + rest) }
}

private func fill(_ address: DatabaseAddress, _ size: DemoSize, _ catalogue: String, _ today: Day) async throws {
    let clock = DemoClock(at: Instant(milliseconds: Int64(today.number) * 86_400_000))
    let database = try address.open(world: clock.world)
    do {
        try await prepare(database, catalogue: catalogue)
        switch size {
        case .small: try await makeWillowbrook(in: database, clock, today)
        case .large: try await makeLargeTrust(.ofTheBenchmarks(rounds: 1), in: database, clock, today)
        case .national: try await makeLargeTrust(.ofTheBenchmarks(rounds: 10), in: database, clock, today)
        case .busy: try await makeLargeTrust(.busy, in: database, clock, today)
        }
        await database.close()
    } catch {
        await database.close()
        throw error
    }
}

/// Willowbrook, as it is on `today`.
func makeWillowbrook(in database: any Database, _ clock: DemoClock, _ today: Day) async throws {
    var trust = DemoTrust(database: database, clock: clock)
    let thisYear = today.month >= 8 ? today.year : today.year - 1
    try await withOwnFolder { try await trust.found(firstYear: thisYear - 2, folder: $0.path) }
    try await trust.makeHistory(until: today)
    try await trust.makePlans(until: today)
    try await trust.makeMeetings(until: today)
}
