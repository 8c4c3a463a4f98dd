import App
import ArgumentParser
import Foundation
import Kernel

struct Import: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Read data that others publish.", subcommands: [ImportSchools.self])
}

struct ImportSchools: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "schools", abstract: "Take a trust's schools from the national register.",
        discussion: "Exit status 2 when the file or the trust cannot be read.")

    @OptionGroup var storing: Storing
    @Argument(help: "The register as downloaded, in any of its layouts.") var file: String
    @Option(help: "Files of groups, group links or successor links that belong to it.") var groups: [String] = []
    @Option(help: "The trust's name or its number (UID).") var trust: String
    @Flag(help: "Say what would be done, and do nothing.") var check = false
    @Flag(help: "Print one JSON object.") var json = false

    func run() async throws {
        let settings = try await loadSettings()
        let asked = RegisterImport(file: file, beside: groups, trust: trust, isCheck: check, isJSON: json)
        let address = try check && storing.database == nil && settings.database == nil ? nil : storing.address(settings)
        let (status, output, complaint) = try await importSchools(asked, into: address, world: .system)
        if !output.isEmpty { print(output) }
        if !complaint.isEmpty { FileHandle.standardError.write(Data((complaint + "\n").utf8)) }
        if status != 0 { throw ExitCode(status) }
    }
}

struct PersonGroup: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "person", abstract: "People of a trust.", subcommands: [PersonAdd.self])
}

struct PersonAdd: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: "Add somebody with a post from today, and print the invitation's link.")

    @OptionGroup var storing: Storing
    @OptionGroup var playing: Playing
    @Option(help: "First and last name.") var name: String
    @Option(help: "Where invitations go; also what they sign in with.") var email: String
    @Option(help: "Such as administrator, headteacher or middle-leader.") var role: String
    @Option(help: "trust, a school's URN or name, or SCHOOL/DEPARTMENT.") var place = "trust"

    func run() async throws {
        let settings = try await loadSettings()
        do {
            let link = try await addPerson(
                name: name, email: email, role: role, place: place, to: storing.address(settings), settings: settings,
                world: playing.world())
            print("Invitation for \(name). It works once, and its page says until when:\n\(link)")
        } catch let refusal as Refusal { throw WrongSetting(refusal.sentence) }
    }
}
