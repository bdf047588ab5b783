// swift-tools-version: 6.2
import PackageDescription

/// The settings of every Swift target: strict, and warnings are errors.
let settings: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .treatAllWarnings(as: .error),
]

func library(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
    .target(name: name, dependencies: dependencies, swiftSettings: settings)
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
        library("Configuration", ["SourceDiagnostics", "RuleSyntax", "Wording"]),
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
        .executableTarget(
            name: "ccvmap",
            dependencies: [
                "ByteText", "SourceDiagnostics", "DomainModel", "RuleSyntax", "RuleEngine",
                "RuleCompilation", "RecordReading", "TwinfieldXML", "Wording", "Configuration",
                "SecretStore",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Crypto", package: "swift-crypto"),
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
            "ConfigurationTests", ["Configuration", "RuleSyntax", "SourceDiagnostics", "Wording"]),
        tests("RecordReadingTests", ["ByteText", "DomainModel", "RecordReading"]),
        tests(
            "ExampleTests",
            [
                "ccvmap", "DomainModel", "SourceDiagnostics", "RuleSyntax", "RuleEngine", "Wording",
                "RuleCompilation", "Configuration",
            ]),
        tests("CommandTests", ["ccvmap", "DomainModel", "SecretStore"]),
        tests("SecretStoreTests", ["SecretStore"]),
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
        tests("TwinfieldXMLTests", ["ByteText", "DomainModel", "CLibXML2", "TwinfieldXML"]),
    ]
)
