import RuleSyntax
import SourceDiagnostics

/// The values by their paths.
struct EntryTable {
    private let entries: [ConfigurationEntry]
    private let byPath: [String: ConfigurationEntry]

    init(_ entries: [ConfigurationEntry]) {
        self.entries = entries
        byPath = Dictionary(entries.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// The value of a key that always has one is not there, which the checker has reported.
    private struct Absent: Error {}

    /// The typed configuration; nil when a value of it is not there or not readable.
    var configuration: Configuration? {
        do throws(Absent) { return try typed() } catch { return nil }
    }

    private func typed() throws(Absent) -> Configuration {
        var connections: [ConnectionConfiguration] = []
        for entry in entries where entry.path.hasSuffix(".name") {
            connections.append(try connection(String(entry.path.dropLast(5))))
        }
        return Configuration(
            database: try text("database"), secretsFile: try text("secrets.file"),
            keyFile: try text("secrets.key_file"), connections: connections,
            pages: Configuration.Pages(
                publicURL: byPath["dashboard.public_url"]?.value.flatMap(WebAddress.init),
                certificate: certificate,
                database: try text("dashboard.database"),
                reportWebhook: byPath["dashboard.report_webhook"]?.value.flatMap(WebAddress.init),
                reportMail: byPath["dashboard.report_mail"]?.value),
            http: Configuration.HTTP(
                timeout: try read("http.timeout", ScalarForm.duration),
                retries: try read("http.retries", ScalarForm.wholeNumber),
                backoff: try read("http.backoff", ScalarForm.duration),
                certificateAuthorities: byPath["http.certificate_authorities"]?.value),
            probeGrace: try read("posting.probe_grace", ScalarForm.duration),
            readBack: try read("posting.read_back", ScalarForm.duration),
            schedule: Configuration.Schedule(
                every: try read("schedule.every", ScalarForm.duration),
                nightlyAt: try read("schedule.nightly_at", ScalarForm.timeOfDay),
                timeZone: try text("schedule.time_zone"),
                jitter: try read("schedule.jitter", ScalarForm.duration)),
            dashboard: try read("dashboard.address", HostAndPort.init),
            monitoring: HostAndPort(try text("monitoring.address"))
                .flatMap { $0.port == nil ? nil : $0 },
            notificationCommand: byPath["notifications.command"]?.value)
    }

    private var certificate: Configuration.Certificate? {
        guard let chain = byPath["dashboard.certificate"]?.value,
            let key = byPath["dashboard.certificate_key"]?.value
        else { return nil }
        return Configuration.Certificate(chain: chain, key: key)
    }

    private func connection(_ path: String) throws(Absent) -> ConnectionConfiguration {
        let ccv = path + ".ccv."
        let twinfield = path + ".twinfield."
        let credits = try read(twinfield + "credits_per_minute", ScalarForm.wholeNumber)
        return ConnectionConfiguration(
            name: try text(path + ".name"), rules: try text(path + ".rules"),
            ccv: ConnectionConfiguration.CCV(
                baseURL: try read(ccv + "base_url", WebAddress.init),
                timestamps: try read(
                    ccv + "timestamps", ConnectionConfiguration.CCV.Timestamps.init(rawValue:)),
                allowsTest: try read(ccv + "allow_test", ScalarForm.flag),
                allowedHostSuffix: try text(ccv + "allowed_host_suffix")),
            twinfield: ConnectionConfiguration.Twinfield(
                loginURL: try read(twinfield + "login_url", WebAddress.init),
                clientID: byPath[twinfield + "client_id"]?.value,
                redirectURI: byPath[twinfield + "redirect_uri"]?.value,
                usesPKCE: try read(twinfield + "pkce", ScalarForm.flag),
                creditsPerMinute: credits == 0 ? nil : credits,
                allowedHostSuffix: try text(twinfield + "allowed_host_suffix")))
    }

    private func text(_ path: String) throws(Absent) -> String {
        guard let value = byPath[path]?.value else { throw Absent() }
        return value
    }

    private func read<Value>(_ path: String, _ parse: (String) -> Value?) throws(Absent) -> Value {
        guard let value = parse(try text(path)) else { throw Absent() }
        return value
    }
}

extension EntryTable {
    /// Every value of a checked tree, in the order of the declared keys.
    static func entries(
        of root: YAMLNode, in source: SourceText, overrides: [ConfigurationOverride]
    ) -> [ConfigurationEntry] {
        let origins = Dictionary(
            overrides.map { ($0.source.path, $0.origin) }, uniquingKeysWith: { first, _ in first })
        let slash = source.path.lastIndex(of: "/")
        let folder = slash.map { String(source.path[...$0]) } ?? ""
        let collector = Collector(lines: LineIndex(source), folder: folder, origins: origins)
        var entries = collector.entries(ConfigurationKeys.root, NodeView(node: root), path: "")
        // Unless they are named, the other files that are written stand beside the database.
        let database = entries.first { $0.path == "database" }?.value ?? ""
        let beside = database.lastIndex(of: "/").map { String(database[...$0]) } ?? ""
        for path in ["secrets.file", "dashboard.database"] {
            guard let index = entries.firstIndex(where: { $0.path == path }),
                entries[index].origin == .standard
            else { continue }
            entries[index].value = beside + (entries[index].key.otherwise ?? "")
        }
        return entries
    }

    private struct Collector {
        let lines: LineIndex
        /// The folder of the file, with a `/` at its end; empty for the current one.
        let folder: String
        let origins: [String: ConfigurationEntry.Origin]

        func entries(_ section: Section, _ view: NodeView?, path: String) -> [ConfigurationEntry] {
            section.keys.flatMap { key -> [ConfigurationEntry] in
                switch key.kind {
                case .section(let inner):
                    return entries(inner, view?.section(key.name), path: path + key.name + ".")
                case .list(.section(let inner)):
                    return (view?.sections(key.name) ?? []).flatMap { element in
                        let name = element.text("name")?.value ?? ""
                        return entries(inner, element, path: "\(path)\(key.name).\(name).")
                    }
                default: return [entry(key, view, path: path + key.name)]
                }
            }
        }

        private func entry(
            _ key: Section.Key, _ view: NodeView?, path: String
        ) -> ConfigurationEntry {
            let written = view?.text(key.name)
            let standard = key.otherwise == ConfigurationKeys.none ? nil : key.otherwise
            let range = written?.range ?? SourceRange(path: "", lower: 0, upper: 0)
            let origin: ConfigurationEntry.Origin =
                if let written {
                    origins[written.range.path]
                        ?? .file(
                            path: written.range.path,
                            line: lines.position(of: written.range.lower).line)
                } else {
                    .standard
                }
            return ConfigurationEntry(
                path: path, value: effective(written?.value ?? standard, key.kind), origin: origin,
                kind: key.kind, written: written?.value, range: range, key: key)
        }

        private func effective(_ text: String?, _ kind: ValueKind) -> String? {
            guard let text, case .path = kind, !text.hasPrefix("/") else { return text }
            return folder + text
        }
    }
}
