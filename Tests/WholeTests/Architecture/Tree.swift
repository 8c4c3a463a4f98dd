import Foundation

/// The arrows of ARCHITECTURE.md as data: what each target may import of ours.
enum Arrows {
    static let base = ["Kernel", "Database", "Trail", "Jobs", "Markup", "Site"]

    struct Feature {
        let name: String
        let rules: String
        let reads: [String]
    }

    static let features = [
        Feature(name: "Schools", rules: "SchoolRules", reads: []),
        Feature(name: "People", rules: "PeopleRules", reads: ["Schools"]),
        Feature(name: "Tools", rules: "ToolRules", reads: []),
        Feature(name: "Evaluations", rules: "EvaluationRules", reads: ["Schools", "Tools", "People"]),
        Feature(name: "Plans", rules: "PlanRules", reads: ["Schools", "Tools", "People", "Evaluations"]),
        Feature(
            name: "Meetings", rules: "MeetingRules", reads: ["Schools", "Tools", "People", "Evaluations", "Plans"]),
        Feature(name: "Notices", rules: "NoticeRules", reads: ["Schools", "People"]),
    ]

    /// Target name → the targets of ours that it may import.
    static let allowed: [String: Set<String>] = {
        var table: [String: Set<String>] = [
            "Kernel": [], "Database": ["Kernel"], "DatabaseSQLite": ["Kernel", "Database"],
            "Programs": [], "DatabasePostgres": ["Kernel", "Database", "CPostgres", "Programs"],
            "Trail": ["Kernel", "Database"],
            "Jobs": ["Kernel", "Database", "CCurl"], "Markup": ["Kernel"],
            "Site": ["Kernel", "Database", "Jobs", "Markup"],
        ]
        let rules = Dictionary(uniqueKeysWithValues: features.map { ($0.name, $0.rules) })
        for feature in features {
            let read = feature.reads.compactMap { rules[$0] }
            table[feature.rules] = Set(["Kernel"] + read)
            table[feature.name] = Set(base + [feature.rules] + read + feature.reads)
        }
        table["People"]?.insert("CCrack")
        table["Plans"]?.formUnion(["CXlsxWriter", "Programs"])
        let everything = Set(table.keys)
        table["App"] = everything
        table["termwise"] = ["App", "Kernel"]
        table["TestKit"] = everything.union(["App"])
        return table
    }()

    /// The folder of each target.
    static func target(of path: String) -> String? {
        let parts = path.split(separator: "/").map(String.init)
        guard parts.count > 2, parts[0] == "Sources" else { return nil }
        guard let feature = features.first(where: { $0.name == parts[1] }) else { return parts[1] }
        return parts[2] == "Rules" ? feature.rules : feature.name
    }
}

/// A Swift file of the project.
struct SourceFile: CustomStringConvertible {
    let path: String
    let lines: [String]

    var description: String { path }

    /// The modules of its import lines.
    var imports: [String] {
        lines.compactMap { line in
            let words = line.split(separator: " ").map(String.init)
            guard let place = words.firstIndex(of: "import"), place <= 2, words.count > place + 1,
                !line.hasPrefix(" ")
            else { return nil }
            let kinds = ["struct", "class", "enum", "func", "protocol", "typealias", "let", "var"]
            let name = kinds.contains(words[place + 1]) ? words[place + 2] : words[place + 1]
            return name.split(separator: ".").first.map(String.init)
        }
    }

    /// Lines without what stands in comments.
    var code: [(number: Int, text: String)] {
        lines.enumerated().compactMap { index, line in
            let trimmed = line.trimmingCharacters(in: .whitespaces)
            return trimmed.hasPrefix("//") ? nil : (index + 1, line)
        }
    }
}

enum Project {
    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    static let sources: [SourceFile] = {
        let folder = root.appendingPathComponent("Sources").path
        let names = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
        return names.filter { $0.hasSuffix(".swift") }.sorted().compactMap { name in
            guard let text = try? String(contentsOfFile: folder + "/" + name, encoding: .utf8) else { return nil }
            return SourceFile(path: "Sources/" + name, lines: text.components(separatedBy: "\n"))
        }
    }()
}
