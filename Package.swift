// swift-tools-version: 6.2
import PackageDescription

/// The settings of every Swift target: strict, and warnings are errors.
let settings: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .treatAllWarnings(as: .error),
]

func library(
    _ name: String, _ dependencies: [Target.Dependency] = [], resources: [Resource] = []
) -> Target {
    .target(
        name: name, dependencies: dependencies, resources: resources, swiftSettings: settings)
}

func tests(_ name: String, _ dependencies: [Target.Dependency], exclude: [String] = []) -> Target {
    .testTarget(name: name, dependencies: dependencies, exclude: exclude, swiftSettings: settings)
}

/// What tests share, and what is run by hand; none of it is in the product.
func support(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
    .target(
        name: name, dependencies: dependencies, path: "Tests/\(name)", swiftSettings: settings)
}

func tool(_ name: String, in folder: String, _ dependencies: [Target.Dependency]) -> Target {
    .executableTarget(
        name: name, dependencies: dependencies, path: folder, swiftSettings: settings)
}

let package = Package(
    name: "ccvmap",
    products: [.executable(name: "ccvmap", targets: ["ccvmap"])],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.0"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.0"),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.14.0"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.0"),
        .package(url: "https://github.com/apple/swift-nio-ssl", from: "2.37.0"),
        .package(
            url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.0", traits: []),
        .package(url: "https://github.com/swift-server/async-http-client", from: "1.37.0"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
    ],
    targets: [
        .systemLibrary(name: "CLibYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
        .systemLibrary(
            name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
        library("ByteText"),
        library("Wording"),
        library("SourceDiagnostics", ["ByteText", "Wording"]),
        library("DomainModel", ["ByteText"]),
        library("RuleSyntax", ["SourceDiagnostics", "Wording", "CLibYAML"]),
        library("RuleEditing", ["ByteText", "SourceDiagnostics", "RuleSyntax"]),
        library("ConfigurationReading", ["SourceDiagnostics", "RuleSyntax", "Wording"]),
        library("RuleEngine", ["ByteText", "DomainModel", "Wording"]),
        library(
            "RuleCompilation",
            [
                "ByteText", "SourceDiagnostics", "DomainModel", "RuleSyntax", "RuleEngine",
                "Wording",
            ]),
        library("RecordReading", ["ByteText", "DomainModel"]),
        library("TwinfieldXML", ["ByteText", "DomainModel", "CLibXML2"]),
        library("SecretStore", [.product(name: "Crypto", package: "swift-crypto")]),
        library(
            "RunnerCore", ["ByteText", "DomainModel", "RecordReading", "RuleEngine"]),
        library("LedgerViews", ["DomainModel", "RunnerCore"]),
        library("People", ["DomainModel"]),
        library(
            "DashboardStore",
            [
                "DomainModel", "People", "SecretStore",
                .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "CryptoExtras", package: "swift-crypto"),
            ]),
        library(
            "LedgerStore",
            [
                "ByteText", "DomainModel", "RecordReading", "RunnerCore", "LedgerViews",
                .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "Crypto", package: "swift-crypto"),
            ]),
        library(
            "Scheduling",
            [
                "DomainModel",
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
            ]),
        library(
            "Monitoring",
            [
                "ByteText", "DomainModel",
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
            ]),
        library(
            "Dashboard",
            [
                "ByteText", "DomainModel", "RunnerCore", "LedgerViews", "People", "Wording",
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HummingbirdTLS", package: "hummingbird"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "Mustache", package: "swift-mustache"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOSSL", package: "swift-nio-ssl"),
            ],
            resources: [
                .embedInCode("Templates/account.mustache"),
                .embedInCode("Templates/accounts.mustache"),
                .embedInCode("Templates/acts.mustache"),
                .embedInCode("Templates/audit.mustache"),
                .embedInCode("Templates/buttons.mustache"),
                .embedInCode("Templates/chart.mustache"),
                .embedInCode("Templates/choice.mustache"),
                .embedInCode("Templates/code.mustache"),
                .embedInCode("Templates/compare.mustache"),
                .embedInCode("Templates/configuration.mustache"),
                .embedInCode("Templates/connect.mustache"),
                .embedInCode("Templates/errors.mustache"),
                .embedInCode("Templates/factor.mustache"),
                .embedInCode("Templates/fault.mustache"),
                .embedInCode("Templates/filter.mustache"),
                .embedInCode("Templates/frame.mustache"),
                .embedInCode("Templates/front.mustache"),
                .embedInCode("Templates/invitation.mustache"),
                .embedInCode("Templates/list.mustache"),
                .embedInCode("Templates/payment.mustache"),
                .embedInCode("Templates/people.mustache"),
                .embedInCode("Templates/problem.mustache"),
                .embedInCode("Templates/proof.mustache"),
                .embedInCode("Templates/rows.mustache"),
                .embedInCode("Templates/rulecodes.mustache"),
                .embedInCode("Templates/ruledifference.mustache"),
                .embedInCode("Templates/ruleproblems.mustache"),
                .embedInCode("Templates/ruleproposal.mustache"),
                .embedInCode("Templates/rules.mustache"),
                .embedInCode("Templates/ruleversions.mustache"),
                .embedInCode("Templates/signin.mustache"),
                .embedInCode("Assets/ccvmap.css"),
                .embedInCode("Assets/ccvmap.js"),
                .embedInCode("Assets/icon.svg"),
            ]),
        library("BooksModel", ["DomainModel"]),
        library("PaymentsModel", ["DomainModel"]),
        library("SampleShop", ["DomainModel", "BooksModel", "PaymentsModel"]),
        library(
            "Sandbox",
            [
                "ByteText", "DomainModel", "BooksModel", "PaymentsModel", "SampleShop",
                "CLibXML2",
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "HummingbirdCore", package: "hummingbird"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
                .product(name: "UnixSignals", package: "swift-service-lifecycle"),
            ]),
        library(
            "ServiceHTTP",
            [
                .product(name: "AsyncHTTPClient", package: "async-http-client"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "NIOSSL", package: "swift-nio-ssl"),
            ]),
        library("CCVClient", ["ByteText", "DomainModel", "RecordReading", "ServiceHTTP"]),
        library(
            "TwinfieldClient",
            [
                "ByteText", "DomainModel", "TwinfieldXML", "ServiceHTTP",
                .product(name: "Crypto", package: "swift-crypto"),
            ]),
        .executableTarget(
            name: "ccvmap",
            dependencies: [
                "ByteText", "SourceDiagnostics", "DomainModel", "RuleSyntax", "RuleEngine",
                "RuleCompilation", "RuleEditing", "RecordReading", "TwinfieldXML", "Wording",
                "ConfigurationReading",
                "SecretStore", "ServiceHTTP", "CCVClient", "TwinfieldClient", "Sandbox",
                "RunnerCore", "LedgerStore", "LedgerViews", "Scheduling", "Monitoring",
                "People", "DashboardStore", "Dashboard",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
                .product(name: "UnixSignals", package: "swift-service-lifecycle"),
            ],
            resources: [
                .embedInCode("Starter/ccv-twinfield.yaml"),
                .embedInCode("Starter/memo-payment.yaml"),
                .embedInCode("Starter/ccvmap.yaml"),
            ],
            swiftSettings: settings),
        tests("ArchitectureTests", []),
        tests("ByteTextTests", ["ByteText"]),
        tests("SourceDiagnosticsTests", ["SourceDiagnostics", "Wording"]),
        tests("RuleSyntaxTests", ["RuleSyntax", "SourceDiagnostics", "Wording"]),
        tests("RuleEditingTests", ["RuleEditing", "RuleSyntax", "SourceDiagnostics"]),
        tests(
            "RuleCompilationTests",
            [
                "ByteText", "SourceDiagnostics", "DomainModel", "RuleSyntax", "RuleEngine",
                "RuleCompilation", "RecordReading", "TwinfieldXML", "Wording",
            ]),
        tests(
            "RuleEngineTests",
            [
                "ByteText", "DomainModel", "SourceDiagnostics", "RecordReading", "RuleEngine",
                "RuleCompilation", "Wording",
            ]),
        tests("DomainModelTests", ["ByteText", "DomainModel"]),
        tests(
            "PolicyTests",
            [
                "ByteText", "DomainModel", "SourceDiagnostics", "RecordReading", "RuleEngine",
                "RuleCompilation",
            ]),
        tests(
            "ConfigurationReadingTests",
            ["ConfigurationReading", "RuleSyntax", "SourceDiagnostics", "Wording"]),
        tests("RecordReadingTests", ["ByteText", "DomainModel", "RecordReading"]),
        tests(
            "ExampleTests",
            [
                "ccvmap", "DomainModel", "SourceDiagnostics", "RuleSyntax", "RuleEngine", "Wording",
                "RuleCompilation", "ConfigurationReading",
            ]),
        support("ProgramSupport", ["People", .product(name: "Crypto", package: "swift-crypto")]),
        tests(
            "CommandTests",
            [
                "ccvmap", "ConfigurationReading", "Dashboard", "DashboardStore", "DomainModel",
                "LedgerStore", "ProgramSupport", "RunnerCore", "SecretStore", "ServiceDoubles",
                "SourceDiagnostics", "Wording",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "Logging", package: "swift-log"),
            ]),
        tests(
            "BrowserTests",
            [
                "ccvmap", "ProgramSupport", "ServiceDoubles",
                .product(name: "AsyncHTTPClient", package: "async-http-client"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOFoundationCompat", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
            ]),
        tests("SecretStoreTests", ["SecretStore"]),
        tests(
            "RunnerCoreTests",
            ["ByteText", "DomainModel", "RecordReading", "RuleEngine", "RunnerCore"]),
        support("LedgerSamples", ["ByteText", "DomainModel", "RunnerCore"]),
        tool(
            "ledger-bench", in: "Tests/LedgerBench",
            [
                "DomainModel", "RunnerCore", "LedgerStore", "LedgerViews", "LedgerSamples",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ]),
        tests(
            "LedgerStoreTests",
            [
                "ByteText", "DomainModel", "RecordReading", "RunnerCore", "LedgerStore",
                "LedgerViews", "LedgerSamples",
                .product(name: "GRDB", package: "GRDB.swift"),
            ]),
        tests(
            "SchedulingTests",
            [
                "DomainModel", "Scheduling",
                .product(name: "Logging", package: "swift-log"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
            ]),
        tests(
            "MonitoringTests",
            [
                "DomainModel", "Monitoring",
                .product(name: "Logging", package: "swift-log"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
            ]),
        tests(
            "PeopleTests",
            ["DomainModel", "People", .product(name: "Crypto", package: "swift-crypto")]),
        tests(
            "DashboardStoreTests",
            [
                "DomainModel", "People", "SecretStore", "DashboardStore",
                .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "Crypto", package: "swift-crypto"),
            ]),
        tests(
            "DashboardTests",
            [
                "DomainModel", "RuleEngine", "RunnerCore", "LedgerViews", "People", "SecretStore",
                "DashboardStore", "Dashboard", "Wording",
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HummingbirdTesting", package: "hummingbird"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
            ]),
        tests("BooksModelTests", ["DomainModel", "BooksModel"]),
        tests("PaymentsModelTests", ["DomainModel", "PaymentsModel"]),
        tests("SampleShopTests", ["DomainModel", "BooksModel", "PaymentsModel", "SampleShop"]),
        tests(
            "SandboxTests",
            [
                "DomainModel", "BooksModel", "PaymentsModel", "SampleShop", "Sandbox",
                .product(name: "AsyncHTTPClient", package: "async-http-client"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
            ]),
        support(
            "ServiceDoubles",
            [
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "NIOSSL", package: "swift-nio-ssl"),
            ]),
        tests("ServiceHTTPTests", ["ServiceHTTP", "ServiceDoubles"]),
        tests(
            "CCVClientTests",
            [
                "ByteText", "DomainModel", "RecordReading", "ServiceHTTP", "CCVClient",
                "ServiceDoubles",
            ]),
        tests(
            "TwinfieldClientTests",
            [
                "ByteText", "DomainModel", "TwinfieldXML", "ServiceHTTP", "TwinfieldClient",
                .product(name: "Logging", package: "swift-log"),
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "NIOCore", package: "swift-nio"),
            ]),
        support(
            "FuzzSupport",
            [
                "ByteText", "SourceDiagnostics", "DomainModel", "RuleSyntax", "RuleEngine",
                "RuleCompilation", "RecordReading", "TwinfieldXML", "Wording", "CLibXML2",
            ]),
        tool(
            "fuzz", in: "Tests/FuzzRunner",
            ["FuzzSupport", .product(name: "ArgumentParser", package: "swift-argument-parser")]),
        tests("FuzzTests", ["DomainModel", "SourceDiagnostics", "FuzzSupport"]),
        support("SimulationAudit", ["DomainModel", "BooksModel", "PaymentsModel"]),
        support(
            "SimulationSupport",
            [
                "ByteText", "SourceDiagnostics", "DomainModel", "RuleEngine", "RuleCompilation",
                "RecordReading", "RunnerCore", "BooksModel", "PaymentsModel", "SimulationAudit",
            ]),
        tool(
            "simulate", in: "Tests/SimulationRunner",
            [
                "SimulationAudit", "SimulationSupport",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ]),
        tests(
            "SimulationTests",
            [
                "ByteText", "DomainModel", "RuleEngine", "RunnerCore", "LedgerStore",
                "SimulationAudit", "SimulationSupport",
            ]),
        tests("TwinfieldXMLTests", ["ByteText", "DomainModel", "CLibXML2", "TwinfieldXML"]),
    ]
)
