import App
import Foundation
import TestKit
import Testing

/// One file for the service and for the command line: what systemd reads of it is what we read.
@Suite struct SettingsFileTests {
    private func load(_ file: String, _ environment: [String: String] = [:]) async throws -> Settings {
        try await load(Data(file.utf8), environment)
    }

    private func load(_ file: Data, _ environment: [String: String] = [:]) async throws -> Settings {
        try await TestDatabases.withFolder { folder in
            let path = folder + "/termwise.env"
            try file.write(to: URL(fileURLWithPath: path))
            return try await Settings.load(environment: environment.merging(["TERMWISE_SETTINGS": path]) { $1 })
        }
    }

    private func complaint(_ file: String) async throws -> String? {
        do { _ = try await load(file) } catch let wrong as WrongSetting { return wrong.description }
        return nil
    }

    @Test(arguments: ["\n", "\r\n", "\r"]) func lineEndsOfEverySystemAreRead(_ end: String) async throws {
        let lines = [
            "# Settings of Termwise", "TERMWISE_DATABASE=/tmp/x y.sqlite", "", "TERMWISE_BASE_URL=https://oak.example",
            "TERMWISE_TRUSTED_PROXIES=127.0.0.1, ::1", "",
        ]
        for mark in ["", "\u{feff}"] {
            let settings = try await load(mark + lines.joined(separator: end))
            #expect(settings.database == "/tmp/x y.sqlite" && settings.baseURL == "https://oak.example")
            #expect(settings.trustedProxies == ["127.0.0.1", "::1"])
        }
    }

    /// By the states of `parse_env_file` in the source of systemd 252.
    @Test(arguments: [
        (#""a b""#, "a b"), (#"'a "b" \n'"#, #"a "b" \n"#), (#""a\"b\\c\$d\e""#, #"a"b\c$d\e"#), (#"a"b""#, #"a"b""#),
        (#"a\ b\\c"#, #"a b\c"#), ("a \\\nb", "a b"), ("\"a\nb\"", "a\nb"), ("\"a\\\nb\"", "ab"), ("  a  ", "a"),
        (#""a"'b' c"#, "abc"), ("a # b", "a # b"), ("a;b=c", "a;b=c"), (#"" a ""#, " a "),
    ]) func quotationMarksAreReadAsSystemdReadsThem(_ typed: String, _ wanted: String) async throws {
        #expect(try await load("TERMWISE_DATABASE=\(typed)\n").database == wanted)
    }

    @Test func whatNobodySeesAtTheEndsIsLeftOutOfTheFileAndOfTheEnvironment() async throws {
        for value in ["\u{a0}/tmp/x", "/tmp/x\u{a0} ", "\u{feff}/tmp/x\u{200b}", "/tmp/x\r", " \u{2007}/tmp/x"] {
            #expect(try await load("TERMWISE_DATABASE=\(value)").database == "/tmp/x")
            #expect(try await Settings.load(environment: ["TERMWISE_DATABASE": value]).database == "/tmp/x")
        }
        #expect(try await load("\u{a0}TERMWISE_DATABASE\u{a0}=/tmp/x").database == "/tmp/x")
        #expect(try await Settings.load(environment: ["TERMWISE_DATABASE": " a "]).database == " a ")
    }

    @Test func theEnvironmentGoesBeforeTheFileAndLaterLinesBeforeEarlier() async throws {
        let file = "TERMWISE_HOST=a\n;TERMWISE_HOST=c\n  TERMWISE_HOST = b\nTERMWISE_DATABASE=\nOTHER=1\n"
        #expect(try await load(file).host == "b")
        #expect(try await load(file).database == nil)
        #expect(try await load(file, ["TERMWISE_HOST": "d"]).host == "d")
        #expect(try await load(file, ["TERMWISE_HOST": "\r"]).host == "b")
    }

    @Test func aLineThatHoldsNoSettingIsNamed() async throws {
        let lines = [
            ("A=1\n\nTERMWISE_HOST 127.0.0.1\n", "Line 3 ", "has no “=”"),
            ("A=1\r\nexport B=2", "Line 2 ", "“export B”"),
            ("A='1\nB=2\n", "Line 1 ", "never closed"), ("A=1\nB", "Line 2 ", "has no “=”"), ("1=2", "Line 1 ", "“1”"),
            ("A=1\n=2", "Line 2 ", "no name"), ("A=1\u{2028}b", "Line 2 ", "has no “=”"),
        ]
        for (file, line, what) in lines {
            let said = try #require(try await complaint(file), "\(file)")
            #expect(said.hasPrefix(line) && said.contains(what) && said.contains("termwise.env"), "\(said)")
        }
        await #expect(throws: WrongSetting.self) { try await load(Data([0xff, 0xfe, 0x41, 0x00])) }
        await #expect(throws: WrongSetting.self) {
            try await Settings.load(environment: ["TERMWISE_SETTINGS": "/nowhere/termwise.env"])
        }
    }
}
