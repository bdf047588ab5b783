import Foundation

/// Which target may import what: the picture of `docs/architecture.md`, as data.
///
/// SwiftPM lets a target import what its dependencies depend on; this graph does not.
struct ModuleGraph {
    /// One folder of `Sources`.
    struct Target {
        enum Kind {
            /// Values in, values out: no Foundation, no clock, no file, no network, no log.
            case core
            /// Talks to the world.
            case shell
            /// A module map for a library of the system; no Swift in it.
            case system
        }

        let name: String
        let kind: Kind
        /// Targets and products of packages, as `Package.swift` declares them.
        var dependencies: Set<String> = []
        /// Modules of the toolchain and of the system, which are not declared anywhere.
        var platformModules: Set<String> = []

        var allowedImports: Set<String> { dependencies.union(platformModules) }
    }

    let targets: [Target]

    static let ccvmap = ModuleGraph(targets: [
        Target(name: "CLibYAML", kind: .system),
        Target(name: "CLibXML2", kind: .system),
        Target(name: "ByteText", kind: .core),
        Target(name: "Wording", kind: .core),
        Target(name: "SourceDiagnostics", kind: .core, dependencies: ["ByteText", "Wording"]),
        Target(name: "DomainModel", kind: .core, dependencies: ["ByteText"]),
        Target(
            name: "RuleSyntax", kind: .core,
            dependencies: ["SourceDiagnostics", "Wording", "CLibYAML"]),
        Target(
            name: "RuleEditing", kind: .core,
            dependencies: ["ByteText", "SourceDiagnostics", "RuleSyntax"]),
        Target(
            name: "ConfigurationReading", kind: .core,
            dependencies: ["SourceDiagnostics", "RuleSyntax", "Wording"]),
        Target(
            name: "RuleEngine", kind: .core, dependencies: ["ByteText", "DomainModel", "Wording"]),
        Target(
            name: "RuleCompilation", kind: .core,
            dependencies: [
                "ByteText", "SourceDiagnostics", "DomainModel", "RuleSyntax", "RuleEngine",
                "Wording",
            ]),
        Target(name: "RecordReading", kind: .core, dependencies: ["ByteText", "DomainModel"]),
        Target(
            name: "TwinfieldXML", kind: .core,
            dependencies: ["ByteText", "DomainModel", "CLibXML2"]),
        Target(
            name: "SecretStore", kind: .shell, dependencies: ["Crypto"],
            platformModules: ["FoundationEssentials", "Glibc"]),
        Target(
            name: "RunnerCore", kind: .core,
            dependencies: ["ByteText", "DomainModel", "RecordReading", "RuleEngine"]),
        Target(name: "LedgerViews", kind: .core, dependencies: ["DomainModel", "RunnerCore"]),
        Target(
            name: "LedgerStore", kind: .shell,
            dependencies: [
                "ByteText", "DomainModel", "RecordReading", "RunnerCore", "LedgerViews", "GRDB",
                "Crypto",
            ],
            platformModules: ["FoundationEssentials", "Glibc", "Synchronization"]),
        Target(name: "People", kind: .core, dependencies: ["DomainModel"]),
        Target(
            name: "DashboardStore", kind: .shell,
            dependencies: [
                "DomainModel", "People", "SecretStore", "GRDB", "Crypto", "CryptoExtras",
            ],
            platformModules: ["Dispatch", "FoundationEssentials", "Glibc", "Synchronization"]),
        Target(
            name: "Scheduling", kind: .shell,
            dependencies: ["DomainModel", "ServiceLifecycle"],
            platformModules: ["Glibc", "Synchronization"]),
        Target(
            name: "Monitoring", kind: .shell,
            dependencies: [
                "ByteText", "DomainModel", "HTTPTypes", "Hummingbird", "Logging", "NIOCore",
                "ServiceLifecycle",
            ],
            platformModules: ["Glibc"]),
        Target(
            name: "Dashboard", kind: .shell,
            dependencies: [
                "ByteText", "DomainModel", "RunnerCore", "LedgerViews", "People", "Wording",
                "Crypto",
                "HTTPTypes", "Hummingbird", "HummingbirdTLS", "Logging", "Mustache", "NIOCore",
                "NIOSSL",
            ],
            platformModules: ["FoundationEssentials", "Synchronization"]),
        Target(name: "BooksModel", kind: .core, dependencies: ["DomainModel"]),
        Target(name: "PaymentsModel", kind: .core, dependencies: ["DomainModel"]),
        Target(
            name: "SampleShop", kind: .core,
            dependencies: ["DomainModel", "BooksModel", "PaymentsModel"]),
        Target(
            name: "Sandbox", kind: .shell,
            dependencies: [
                "ByteText", "DomainModel", "BooksModel", "PaymentsModel", "SampleShop",
                "CLibXML2", "Crypto", "HTTPTypes", "HummingbirdCore", "Logging", "NIOCore",
                "NIOHTTP1", "NIOPosix", "ServiceLifecycle", "UnixSignals",
            ],
            platformModules: ["FoundationEssentials", "Glibc", "Synchronization"]),
        Target(
            name: "ServiceHTTP", kind: .shell,
            dependencies: ["AsyncHTTPClient", "NIOCore", "NIOHTTP1", "NIOPosix", "NIOSSL"],
            platformModules: ["FoundationEssentials"]),
        Target(
            name: "CCVClient", kind: .shell,
            dependencies: ["ByteText", "DomainModel", "RecordReading", "ServiceHTTP"],
            platformModules: ["FoundationEssentials"]),
        Target(
            name: "TwinfieldClient", kind: .shell,
            dependencies: ["ByteText", "DomainModel", "TwinfieldXML", "ServiceHTTP", "Crypto"],
            platformModules: ["FoundationEssentials"]),
        Target(
            name: "ccvmap", kind: .shell,
            dependencies: [
                "ByteText", "SourceDiagnostics", "DomainModel", "RuleSyntax", "RuleEngine",
                "RuleCompilation", "RuleEditing", "RecordReading", "TwinfieldXML", "Wording",
                "ConfigurationReading",
                "SecretStore", "ServiceHTTP", "CCVClient", "TwinfieldClient", "Sandbox",
                "RunnerCore", "LedgerStore", "LedgerViews", "Scheduling", "Monitoring",
                "People", "DashboardStore", "Dashboard",
                "ArgumentParser", "Crypto", "HTTPTypes", "Hummingbird", "Logging", "NIOCore",
                "ServiceLifecycle", "UnixSignals",
            ],
            platformModules: ["Dispatch", "FoundationEssentials", "Glibc", "Synchronization"]),
    ])

    subscript(name: String) -> Target? { targets.first { $0.name == name } }

    /// The imports in a folder like `Sources` that this graph does not allow.
    ///
    /// Files of a folder that the graph does not know are left to `foldersOutOfStep(in:)`.
    func violations(in sources: URL) throws -> [Violation] {
        try targets.flatMap { target in
            try swiftFiles(in: sources.appending(path: target.name)).flatMap { file in
                try violations(of: target, in: file, named: relativePath(of: file, from: sources))
            }
        }
    }

    private func violations(of target: Target, in file: URL, named path: String) throws
        -> [Violation]
    {
        try ImportLine.all(in: MaskedSource(readText(file))).compactMap { line in
            if line.isReexported {
                return Violation(path, line.number, "re-exports \(line.module)")
            }
            guard !target.allowedImports.contains(line.module) else { return nil }
            return Violation(
                path, line.number, "imports \(line.module), which \(target.name) may not use")
        }
    }

    /// Folders without a target in this graph, and targets without a folder or without a file.
    func foldersOutOfStep(in sources: URL) throws -> [String] {
        let folders = try subfolders(of: sources)
        let unknown = folders.subtracting(targets.map(\.name)).map { "\($0) is not in the graph" }
        let empty = try targets.filter { target in
            guard folders.contains(target.name) else { return true }
            let folder = sources.appending(path: target.name)
            return try files(in: folder, withExtension: target.fileExtension).isEmpty
        }
        return unknown.sorted() + empty.map { "\($0.name) has no source file" }
    }
}

extension ModuleGraph.Target {
    fileprivate var fileExtension: String { kind == .system ? "modulemap" : "swift" }
}
