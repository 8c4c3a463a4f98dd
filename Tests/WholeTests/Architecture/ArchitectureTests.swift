import Foundation
import Testing

@Suite struct Architecture {
    @Test func thereAreSourcesToLookAt() {
        #expect(Project.sources.count > 150)
    }

    @Test func everyImportFollowsAnArrow() {
        let ours = Set(Arrows.allowed.keys).union(["CCrack", "CCurl", "CPostgres"])
        let wrong = Project.sources.flatMap { file -> [String] in
            guard let target = Arrows.target(of: file.path), let allowed = Arrows.allowed[target] else {
                return ["\(file): belongs to no target of the table"]
            }
            return file.imports.filter { ours.contains($0) && !allowed.contains($0) }.map { "\(file) imports \($0)" }
        }
        #expect(wrong == [])
    }

    @Test func rulesImportNothingButTheKernelOtherRulesAndFoundation() {
        let cores = Set(Arrows.features.map(\.rules)).union(["Kernel", "Foundation"])
        let wrong = Project.sources.filter { $0.path.contains("/Rules/") }.flatMap { file in
            file.imports.filter { !cores.contains($0) }.map { "\(file) imports \($0)" }
        }
        #expect(wrong == [])
    }

    /// SQL stays in stores and verbs, pages in `Web`.
    @Test func onlyStoresAndActionsKnowTheDatabaseAndOnlyWebKnowsTheSite() {
        let wrong = Project.sources.filter { $0.path.contains("/Shell/") }.flatMap { file -> [String] in
            let isTop = file.path.split(separator: "/").count == 4
            let inWeb = file.path.contains("/Web/")
            var faults: [String] = []
            if inWeb && file.imports.contains("Database") { faults.append("\(file) imports Database") }
            if !inWeb && !isTop && file.imports.contains("Site") { faults.append("\(file) imports Site") }
            return faults
        }
        #expect(wrong == [])
    }

    struct Ban: CustomStringConvertible, Sendable {
        let pattern: String
        let why: String
        /// Paths that hold the one place where it belongs.
        let except: [String]
        var description: String { pattern }
    }

    static let bans = [
        Ban(pattern: #"\bDate\(\)"#, why: "time comes from World", except: ["App/SystemWorld.swift"]),
        Ban(pattern: #"\bUUID\(\)"#, why: "ids come from World", except: ["TestKit/"]),
        Ban(pattern: #"\.random\("#, why: "chance comes from World", except: ["App/SystemWorld.swift", "TestKit/"]),
        Ban(pattern: #"(^|[^.\w])print\("#, why: "only commands print", except: ["termwise/"]),
        Ban(
            pattern: #"OperationQueue|DispatchQueue\.global\([^)]*\)\.(async|sync)\b"#,
            why: "long work has a thread of its own (onOwnThread): tasks run on these", except: []),
        Ban(pattern: #"\btry!"#, why: "errors are answered", except: []),
        Ban(pattern: #"\bfatalError\("#, why: "errors are answered", except: []),
        Ban(
            pattern: #"SQL\(unchecked:"#, why: "SQL is a literal",
            except: ["Database/", "DatabaseSQLite/", "DatabasePostgres/"]),
        Ban(
            pattern: #"\bpublic (func|struct|class|enum|let|var|import|protocol|extension)"#, why: "shared is package",
            except: []),
        Ban(pattern: #"\bProcess\b *(\(\)|\.run|= *\.init)"#, why: "other programs are run by Program", except: []),
        Ban(
            pattern: #"createFile\(|options: \.atomic|\bfopen\(|\bO_CREAT\b"#, why: "files are made by OwnFile",
            except: ["Kernel/OwnFile.swift"]),
        Ban(pattern: #"nonisolated\(unsafe\)"#, why: "state is guarded", except: []),
        Ban(
            pattern: #" style=\\?""#, why: "styles are classes: the content security policy forbids the rest",
            except: []),
        Ban(
            pattern: #"\b(Int\d*\((?!written:)(?!try row)|(Int|Double)\.init\b|abs\()"#,
            why: "a number from outside is read by Int(written:)",
            // Numbers of our own: clocks, drawings, bytes, columns, hashes, what a driver says, invented trusts; and the
            // hexadecimal ones of an address, of four digits at most.
            except: [
                "Kernel/", "Markup/", "Database", "Jobs/", "App/Demo/", "App/SystemWorld", "Site/Pages/", "Samples",
                "Forms/MultipartReader", "Register/RegisterText", "Exports/Spreadsheet", "Web/MovementPage",
                "Rules/CommonPasswords", "Stores/TryStore",
            ]),
        Ban(pattern: #" on(click|change|submit|load|input)="#, why: "scripts are one module", except: []),
    ]

    @Test(arguments: bans) func nothingForbiddenStandsOutsideItsPlace(ban: Ban) throws {
        let pattern = try Regex(ban.pattern)
        let wrong = Project.sources.filter { file in !ban.except.contains { file.path.contains($0) } }.flatMap { file in
            file.code.filter { $0.text.contains(pattern) }.map { "\(file):\($0.number) \(ban.why)" }
        }
        #expect(wrong == [])
    }

    @Test func rulesNeverAwaitOrLog() throws {
        let pattern = try Regex(#"\b(async|await|Logger|World)\b"#)
        let wrong = Project.sources.filter { $0.path.contains("/Rules/") }.flatMap { file in
            file.code.filter { $0.text.contains(pattern) }.map { "\(file):\($0.number)" }
        }
        #expect(wrong == [])
    }

    /// A name that could hold anything holds nothing.
    @Test func noTypeIsCalledManagerHelperServiceUtilOrInfo() throws {
        let pattern = try Regex(#"\b(struct|class|enum|actor|protocol) \w*(Manager|Helper|Service|Util|Utils|Info)\b"#)
        let wrong = Project.sources.flatMap { file in
            file.code.filter { $0.text.contains(pattern) }.map { "\(file):\($0.number)" }
        }
        #expect(wrong == [])
    }

    /// Longer files that have a reason.
    static let longFiles: [String: String] = [
        "CommonPasswords": "a list", "BankHolidays": "a list", "CalendarPreset+Rows": "a list of facts",
    ]

    @Test func noFileIsLongWithoutAReason() {
        let long = Project.sources.filter { file in
            file.lines.count > 250 && !Self.longFiles.keys.contains { file.path.contains($0) }
        }
        #expect(long.map { "\($0): \($0.lines.count) lines" } == [])
    }

    @Test func noFileHoldsAPathOfOneMachine() {
        let wrong = Project.sources.filter { file in
            file.lines.contains { $0.contains("/home/") || $0.contains("/root/") }
        }
        #expect(wrong.map(\.path) == [])
    }
}
