import RuleSyntax
import SourceDiagnostics
import Wording

/// What must hold between and inside values that have the right form.
struct ConfigurationChecker {
    private var diagnostics: [Diagnostic] = []
    private let byPath: [String: ConfigurationEntry]

    static func diagnostics(
        _ entries: [ConfigurationEntry], names: [Located<String>],
        isTimeZone: (String) -> Bool
    ) -> [Diagnostic] {
        var checker = ConfigurationChecker(
            byPath: Dictionary(
                entries.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
        )
        checker.checkNames(names)
        for entry in entries {
            checker.check(entry)
            checker.checkDefaultHost(entry)
        }
        checker.checkFiles(entries)
        if let zone = checker.byPath["schedule.time_zone"], let name = zone.written,
            !isTimeZone(name)
        {
            checker.diagnostics.append(Diagnostic(.unknownTimeZone(name), at: zone.range))
        }
        return checker.diagnostics
    }

    private init(byPath: [String: ConfigurationEntry]) { self.byPath = byPath }

    private mutating func checkNames(_ names: [Located<String>]) {
        for (index, name) in names.enumerated() {
            let isWord =
                name.value.utf8.count <= 40 && !name.value.contains("__")
                && name.value.utf8.first.map(Self.isLetterOrDigit) == true
                && name.value.utf8.last.map(Self.isLetterOrDigit) == true
                && name.value.utf8.allSatisfy {
                    Self.isLetterOrDigit($0) || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_")
                }
            guard isWord else {
                refuse(
                    name.value, "name",
                    Phrase(
                        en: "at most 40 small letters, digits, - and _, such as webshop-nl",
                        nl: "hoogstens 40 kleine letters, cijfers, - en _, zoals webshop-nl"),
                    "name: webshop-nl", at: name.range)
                continue
            }
            let variable = ConfigurationOverride.variable(name.value)
            guard
                let other = names[..<index].first(where: {
                    ConfigurationOverride.variable($0.value) == variable
                })
            else { continue }
            diagnostics.append(
                Diagnostic(
                    name.value == other.value
                        ? .sameName(name.value)
                        : .connectionsAlike(name.value, other.value, variable: variable),
                    at: name.range, notes: [Diagnostic.Note(.theFirstStandsHere, at: other.range)]))
        }
    }

    private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte)
    }

    private mutating func check(_ entry: ConfigurationEntry) {
        guard let text = entry.written else { return }
        let hour = Duration.seconds(3600)
        switch entry.key.name {
        case "base_url", "login_url", "redirect_uri", "public_url", "report_webhook":
            checkAddress(text, of: entry)
        case "report_mail": checkMail(text, of: entry)
        case "certificate", "certificate_key":
            let pair = ["dashboard.certificate", "dashboard.certificate_key"]
            guard pair.contains(where: { byPath[$0]?.written == nil }) else { return }
            refuse(
                text, entry,
                Phrase(
                    en: "certificate and certificate_key together",
                    nl: "certificate en certificate_key samen"))
        case "allowed_host_suffix":
            let host = HostAndPort(String(text.drop { $0 == "." }))
            let isDomain =
                host.map {
                    $0.port == nil && $0.host.contains(".")
                        && $0.host
                            == text
                            .drop { $0 == "." }
                } == true
            if !isDomain || text.hasPrefix("..") || text.last?.isNumber == true {
                refuse(
                    text, entry,
                    Phrase(
                        en: "the end of a host, such as .twinfield.com",
                        nl: "het einde van een host, zoals .twinfield.com"))
            }
        case "address" where entry.path.hasPrefix("monitoring."):
            let address = HostAndPort(text)
            guard text != "off", address?.port == nil || address?.isLoopback != true else { return }
            refuse(
                text, entry,
                Phrase(
                    en: "a host of this machine and a port such as 127.0.0.1:9464, or off",
                    nl: "een host van deze computer en een poort zoals 127.0.0.1:9464, of off"))
        case "address":
            guard HostAndPort(text)?.port == nil else { return }
            refuse(
                text, entry,
                Phrase(
                    en: "a host and a port such as 127.0.0.1:8080",
                    nl: "een host en een poort zoals 127.0.0.1:8080"))
        case "timeout": checkSpan(text, of: entry, .seconds(1), hour, "1 second", "1 hour")
        case "backoff": checkSpan(text, of: entry, .zero, hour, "0 seconds", "1 hour")
        case "jitter": checkSpan(text, of: entry, .zero, hour, "0 seconds", "1 hour")
        case "every": checkSpan(text, of: entry, .seconds(1), hour, "1 second", "1 hour")
        case "retries": checkNumber(text, of: entry, atMost: 20)
        case "credits_per_minute": checkNumber(text, of: entry, atMost: 10_000)
        default: break
        }
    }

    private mutating func checkAddress(_ text: String, of entry: ConfigurationEntry) {
        let key = entry.key.name
        guard let address = WebAddress(text), Self.hasPath(address, of: key) else {
            let expected =
                switch key {
                case "base_url":
                    Phrase(
                        en: "an address that ends in /api/v1",
                        nl: "een adres dat eindigt op /api/v1")
                case "login_url":
                    Phrase(en: "an address without a path", nl: "een adres zonder pad")
                default: Phrase(en: "an address of the web", nl: "een webadres")
                }
            diagnostics.append(
                Diagnostic(
                    .malformedAddress(
                        text, of: key, expected: expected, example: entry.key.example),
                    at: entry.range))
            return
        }
        if address.isLoopback { return }
        if !address.isSecure {
            diagnostics.append(Diagnostic(.plainHTTP(key, host: address.host), at: entry.range))
        }
        guard key == "base_url" || key == "login_url" else { return }
        let path = entry.path.dropLast(key.utf8.count) + "allowed_host_suffix"
        guard let suffix = byPath[String(path)]?.value, !address.isHost(below: suffix) else {
            return
        }
        diagnostics.append(
            Diagnostic(
                .foreignHost(key, host: address.host, suffix: suffix), at: entry.range))
    }

    private mutating func checkMail(_ text: String, of entry: ConfigurationEntry) {
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        let isPlain = text.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: ",") }
        guard parts.count == 2, !parts[0].isEmpty, HostAndPort(String(parts[1]))?.port == nil,
            HostAndPort(String(parts[1])) != nil, isPlain
        else {
            return refuse(
                text, entry,
                Phrase(en: "one address of mail", nl: "één e-mailadres"))
        }
    }

    /// The default of an address, where another suffix was written.
    private mutating func checkDefaultHost(_ entry: ConfigurationEntry) {
        let key = entry.key.name
        guard entry.written == nil, key == "base_url" || key == "login_url",
            let address = entry.value.flatMap(WebAddress.init),
            let suffix = byPath[
                String(entry.path.dropLast(key.utf8.count)) + "allowed_host_suffix"],
            let text = suffix.written, !address.isHost(below: text)
        else { return }
        diagnostics.append(
            Diagnostic(
                .foreignHost(key, host: address.host, suffix: text), at: suffix.range))
    }

    private static func hasPath(_ address: WebAddress, of key: String) -> Bool {
        switch key {
        case "base_url": address.path.hasSuffix("/api/v1")
        case "login_url": address.path.isEmpty
        default: true
        }
    }

    private mutating func checkSpan(
        _ text: String, of entry: ConfigurationEntry, _ least: Duration, _ most: Duration,
        _ first: String, _ last: String
    ) {
        // What is no length of time at all has been reported.
        guard let span = ScalarForm.duration(text), span < least || span > most else { return }
        refuse(
            text, entry,
            Phrase(en: "\(first) to \(last)", nl: "\(first) tot en met \(last)"))
    }

    private mutating func checkNumber(
        _ text: String, of entry: ConfigurationEntry, atMost limit: Int
    ) {
        guard let number = ScalarForm.wholeNumber(text), number > limit else { return }
        refuse(text, entry, Phrase(en: "0 to \(limit)", nl: "0 tot en met \(limit)"))
    }

    /// Writing one of these files would destroy the other.
    private mutating func checkFiles(_ entries: [ConfigurationEntry]) {
        var first: [String: ConfigurationEntry] = [:]
        let paths = ["database", "secrets.file", "secrets.key_file"]
        for entry in entries where paths.contains(entry.path) {
            guard let file = entry.value else { continue }
            if let other = first[file] {
                let place = entry.written == nil ? other.range : entry.range
                diagnostics.append(
                    Diagnostic(.oneFileTwice(file, other.path, entry.path), at: place))
            } else {
                first[file] = entry
            }
        }
    }

    private mutating func refuse(_ text: String, _ entry: ConfigurationEntry, _ expected: Phrase) {
        refuse(text, entry.key.name, expected, entry.key.example, at: entry.range)
    }

    private mutating func refuse(
        _ text: String, _ key: String, _ expected: Phrase, _ example: String, at range: SourceRange
    ) {
        diagnostics.append(
            Diagnostic(
                .malformedValue(text, of: Phrase(key), expected: expected, example: example),
                at: range))
    }
}
