// swift-tools-version: 6.2
import PackageDescription

// One feature is two targets: a pure core (`EvaluationRules`) and a thin shell (`Evaluations`).
// `reads` is everything the manifest has to say about it; ARCHITECTURE.md shows the same table.
struct Feature {
    let name: String
    let rules: String
    let reads: [String]
    var shellUses: [Target.Dependency] = []
    var testsUse: [Target.Dependency] = []
}

let features = [
    Feature(name: "Schools", rules: "SchoolRules", reads: []),
    Feature(
        name: "People", rules: "PeopleRules", reads: ["Schools"], shellUses: [.crypto, .cryptoExtras, "CCrack"],
        testsUse: [.logging]),
    Feature(name: "Tools", rules: "ToolRules", reads: [], shellUses: [.yams, .crypto], testsUse: ["Programs"]),
    Feature(name: "Evaluations", rules: "EvaluationRules", reads: ["Schools", "Tools", "People"]),
    Feature(
        name: "Plans", rules: "PlanRules", reads: ["Schools", "Tools", "People", "Evaluations"],
        shellUses: [.yams, .crypto, "CXlsxWriter", "Programs"], testsUse: ["Programs"]),
    Feature(name: "Meetings", rules: "MeetingRules", reads: ["Schools", "Tools", "People", "Evaluations", "Plans"]),
    Feature(name: "Notices", rules: "NoticeRules", reads: ["Schools", "People"], shellUses: [.crypto]),
]

let settings: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .treatAllWarnings(as: .error),
]

extension Target.Dependency {
    static let hummingbird = product(name: "Hummingbird", package: "hummingbird")
    static let hummingbirdCore = product(name: "HummingbirdCore", package: "hummingbird")
    static let grdb = product(name: "GRDB", package: "GRDB.swift")
    static let grdbSQLite = product(name: "GRDBSQLite", package: "GRDB.swift")
    static let yams = product(name: "Yams", package: "Yams")
    static let crypto = product(name: "Crypto", package: "swift-crypto")
    static let cryptoExtras = product(name: "CryptoExtras", package: "swift-crypto")
    static let logging = product(name: "Logging", package: "swift-log")
    static let httpTypes = product(name: "HTTPTypes", package: "swift-http-types")
    static let nioCore = product(name: "NIOCore", package: "swift-nio")
    static let nioHTTPTypes = product(name: "NIOHTTPTypes", package: "swift-nio-extras")
    static let nioEmbedded = product(name: "NIOEmbedded", package: "swift-nio")
    static let arguments = product(name: "ArgumentParser", package: "swift-argument-parser")
    static let configuration = product(name: "Configuration", package: "swift-configuration")
    static let lifecycle = product(name: "ServiceLifecycle", package: "swift-service-lifecycle")
    static let signals = product(name: "UnixSignals", package: "swift-service-lifecycle")
    static let subprocess = product(name: "Subprocess", package: "swift-subprocess")
    static let system = product(name: "SystemPackage", package: "swift-system")
    static let base: [Target.Dependency] = ["Kernel", "Database", "Trail", "Jobs", "Markup", "Site", .httpTypes]
}

func code(
    _ name: String, at path: String? = nil, _ dependencies: [Target.Dependency] = [],
    exclude: [String] = [], resources: [Resource] = []
) -> Target {
    .target(
        name: name, dependencies: dependencies, path: path ?? "Sources/\(name)", exclude: exclude,
        resources: resources, swiftSettings: settings)
}

func tests(_ name: String, _ dependencies: [Target.Dependency], exclude: [String] = []) -> Target {
    .testTarget(
        name: name, dependencies: dependencies + ["TestKit"], path: "Tests/\(name)", exclude: exclude,
        swiftSettings: settings)
}

var targets: [Target] = [
    code("Kernel"),
    code("Database", ["Kernel", .crypto]),
    code("DatabaseSQLite", ["Kernel", "Database", .grdb, .grdbSQLite]),
    .systemLibrary(name: "CPostgres", path: "Sources/CPostgres", pkgConfig: "libpq", providers: [.apt(["libpq-dev"])]),
    code("Programs", [.subprocess, .system]),
    code("DatabasePostgres", ["Kernel", "Database", "CPostgres", "Programs"]),
    code("Trail", ["Kernel", "Database"], resources: [.embedInCode("Migrations")]),
    .systemLibrary(
        name: "CCurl", path: "Sources/CCurl", pkgConfig: "libcurl", providers: [.apt(["libcurl4-openssl-dev"])]),
    .systemLibrary(name: "CCrack", path: "Sources/CCrack", providers: [.apt(["libcrack2-dev"])]),
    code("Jobs", ["Kernel", "Database", "CCurl", .logging], resources: [.embedInCode("Migrations")]),
    .systemLibrary(
        name: "CXlsxWriter", path: "Sources/CXlsxWriter", pkgConfig: "xlsxwriter",
        providers: [.apt(["libxlsxwriter-dev"])]),
    code("Markup", ["Kernel"]),
    code(
        "Site",
        [
            "Kernel", "Database", "Jobs", "Markup", .hummingbird, .httpTypes, .nioCore, .nioHTTPTypes, .logging,
            .crypto,
        ],
        resources: [.embedInCode("Assets"), .embedInCode("Migrations")]),
]

for feature in features {
    let rulesOf = { (name: String) -> Target.Dependency in .byName(name: features.first { $0.name == name }!.rules) }
    targets.append(
        code(feature.rules, at: "Sources/\(feature.name)/Rules", ["Kernel"] + feature.reads.map(rulesOf)))
    targets.append(
        code(
            feature.name, at: "Sources/\(feature.name)/Shell",
            Target.Dependency.base + [.byName(name: feature.rules)] + feature.reads.map(rulesOf)
                + feature.reads.map { .byName(name: $0) } + feature.shellUses,
            resources: [.embedInCode("Stores/Migrations")]))
    targets.append(
        tests(
            "\(feature.name)Tests",
            Target.Dependency.base + ["App", .httpTypes, .byName(name: feature.rules), .byName(name: feature.name)]
                + feature.reads.map(rulesOf) + feature.reads.map { .byName(name: $0) } + feature.testsUse))
}

let everyFeature: [Target.Dependency] = features.flatMap {
    [.byName(name: $0.rules), .byName(name: $0.name)] as [Target.Dependency]
}

targets += [
    code(
        "App",
        Target.Dependency.base + everyFeature + [
            "DatabaseSQLite", "DatabasePostgres", .hummingbird, .hummingbirdCore, .httpTypes, .nioCore, .logging,
            .lifecycle, .signals, .configuration, .crypto,
        ]),
    .executableTarget(
        name: "termwise", dependencies: ["App", "Kernel", .arguments, .logging], path: "Sources/termwise",
        swiftSettings: settings),
    code(
        "TestKit",
        Target.Dependency.base + everyFeature + [
            "App", "DatabaseSQLite", "DatabasePostgres", .hummingbird, .httpTypes, .nioCore, .nioEmbedded, .logging,
        ]),
    tests("KernelTests", ["Kernel", "Markup"]),
    tests("StorageContractTests", ["Kernel", "Database", "DatabaseSQLite", "DatabasePostgres", "Programs"]),
    tests(
        "SiteTests",
        [
            "Kernel", "Database", "Markup", "Site", .hummingbird, .httpTypes, .nioCore, .nioEmbedded, .nioHTTPTypes,
        ]),
    tests(
        "WholeTests",
        Target.Dependency.base + everyFeature + ["App", "DatabaseSQLite", "DatabasePostgres", .httpTypes]),
]

let package = Package(
    name: "termwise",
    platforms: [.macOS(.v15)],
    products: [.executable(name: "termwise", targets: ["termwise"])],
    dependencies: [
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.0", traits: ["FullFoundation"]),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.0"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.0"),
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.0"),
        .package(url: "https://github.com/apple/swift-configuration", from: "1.4.0", traits: []),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0", traits: []),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.0"),
        .package(url: "https://github.com/apple/swift-nio-extras", from: "1.35.0"),
        .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2", traits: []),
        .package(url: "https://github.com/apple/swift-system", from: "1.8.0"),
    ],
    targets: targets
)
