import App
import ArgumentParser
import Kernel

struct Serve: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Serve one trust, or many by host name.")

    @OptionGroup var listening: Listening
    @OptionGroup var storing: Storing
    @Option(help: "A folder of trusts, or a postgresql:// address with a schema for each.") var trusts: String?
    @Flag(help: "Show /gallery, with samples of every page; for development.") var gallery = false

    func run() async throws {
        var settings = try await loadSettings()
        try listening.apply(to: &settings)
        storing.apply(to: &settings)
        if let trusts { (settings.trusts, settings.database) = (trusts, nil) }
        settings.showsGallery = gallery
        try await serve(settings, logger: makeLogger(settings), world: .system)
    }
}

struct Demo: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Serve the invented trust Willowbrook, made anew when its folder is empty.")

    @OptionGroup var listening: Listening
    @OptionGroup var storing: Storing
    @Option(help: "The folder that keeps the demo's database.") var data = "var/demo"
    @Option(help: "How much there is: small, large, national or busy.") var size: DemoSize = .small
    @Flag(help: "Make the data and stop.") var onlyMake = false
    @OptionGroup var playing: Playing

    func run() async throws {
        var settings = try await loadSettings()
        try listening.apply(to: &settings)
        settings.trusts = nil
        settings.database = storing.database ?? "\(data)/willowbrook-\(size.rawValue).sqlite"
        settings.showsGallery = true
        try await serveDemo(
            settings, size: size, onlyMake: onlyMake, logger: makeLogger(settings), world: try playing.world())
    }
}

extension DemoSize: ExpressibleByArgument {}

struct Work: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Do waiting jobs without serving pages.")

    @OptionGroup var storing: Storing
    @Option(help: "A folder of trusts, or a postgresql:// address with a schema for each.") var trusts: String?

    func run() async throws {
        var settings = try await loadSettings()
        storing.apply(to: &settings)
        if let trusts { (settings.trusts, settings.database) = (trusts, nil) }
        try await work(settings, logger: makeLogger(settings), world: .system)
    }
}
