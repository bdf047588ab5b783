import ConfigurationReading
import Dashboard
import DomainModel
import RuleEngine
import SecretStore
import SourceDiagnostics
import Wording

/// The configuration as the tab Configuratie shows it: files are read anew each time.
struct ServingFacts {
    private let configuration: Configuration

    init(_ configuration: Configuration) { self.configuration = configuration }

    /// The facts.
    var facts: ConfigurationFacts {
        let states = try? ConnectionStates(configuration)
        return ConfigurationFacts(
            connections: configuration.connections.map { connection($0, states) },
            settings: settings)
    }

    /// Why no run of a connection can work, or of all of them; nil when one may.
    func standstill(of connection: String?) -> Phrase? {
        let chosen = facts.connections.filter { connection == nil || $0.name == connection }
        let reasons = chosen.compactMap { own in
            own.connecting.standstill ?? (own.rulesFault.isEmpty ? nil : ConnectingWords.noRules)
        }
        return reasons.count == chosen.count ? reasons.first : nil
    }

    private func connection(
        _ own: ConnectionConfiguration, _ states: ConnectionStates?
    ) -> ConfigurationFacts.Connection {
        var facts = ConfigurationFacts.Connection(
            name: own.name, ccv: light(.ccv, own.name, states),
            twinfield: light(.twinfield, own.name, states))
        facts.rules = own.rules
        facts.connecting = connecting(own)
        do {
            let loading = try RuleSetLoader(path: own.rules).load()
            guard let rules = loading.ruleSet else {
                facts.rulesFault = "ccvmap rules check --rules \(own.rules)"
                return facts
            }
            facts.office = rules.office
            facts.revision = rules.revision
            facts.bookFrom = rules.bookFrom
            facts.debtors = rules.accounts.debtors
            facts.suspense = rules.accounts.suspense.map { row in
                ConfigurationFacts.Suspense(
                    method: row.method + (row.brand.isEmpty ? "" : "/" + row.brand),
                    account: row.onConnection[own.name] ?? row.account)
            }
        } catch let fault as CommandFault {
            facts.rulesFault = fault.message
        } catch {
            facts.rulesFault = "ccvmap rules check --rules \(own.rules)"
        }
        return facts
    }

    private func light(
        _ service: ConnectionStates.Service, _ name: String, _ states: ConnectionStates?
    ) -> ConfigurationFacts.Light {
        let note = states?[name, service]
        let isGreen = note?.state == .connected
        return ConfigurationFacts.Light(
            isGreen: isGreen, state: note?.state.rawValue ?? "unknown",
            since: note.flatMap { try? AsOf.instant($0.since, zone: .utc) },
            detail: note?.mode ?? note?.office ?? "",
            help: isGreen
                ? ""
                : note == nil
                    ? "ccvmap status" : "ccvmap connect \(service.rawValue) --connection \(name)",
            reason: isGreen ? "" : note?.reason ?? "")
    }

    private func connecting(_ own: ConnectionConfiguration) -> ConnectingFacts {
        var facts = ConnectingFacts()
        facts.redirectURI = own.twinfield.redirectURI ?? ""
        facts.twinfieldLack = lack(own)
        guard let live = try? LiveConnection(own, of: configuration) else { return facts }
        facts.hasClientSecret = (try? live.secret(.clientSecret)) != nil
        let lacks: [String] = [
            (try? live.secret(.apiKey)) == nil ? "CCV" : nil,
            (try? live.secret(.tokens)) == nil ? "Twinfield" : nil,
        ].compactMap(\.self)
        if !lacks.isEmpty {
            let names = lacks.joined(separator: " + ")
            facts.standstill = Phrase(
                en: "No run of this connection works yet: connect \(names) first.",
                nl: "Deze verbinding draait nog niet: verbind eerst \(names).")
        }
        return facts
    }

    private func lack(_ own: ConnectionConfiguration) -> Phrase? {
        let missing = [
            own.twinfield.clientID == nil ? "client_id" : nil,
            own.twinfield.redirectURI == nil ? "redirect_uri" : nil,
        ].compactMap(\.self)
        guard !missing.isEmpty else { return nil }
        let names = missing.joined(separator: ", ")
        let address =
            configuration.pages.publicURL.map { $0.text + "/twinfield" }
            ?? "http://127.0.0.1:\(configuration.dashboard.port ?? 8080)/twinfield"
        return Phrase(
            en: "Missing under  twinfield:  of this connection in ccvmap.yaml: \(names). They come"
                + " from the developer portal of Twinfield; as redirect address \(address) can be"
                + " registered. Write them and start  ccvmap serve  anew.",
            nl: "Onder  twinfield:  van deze verbinding ontbreekt in ccvmap.yaml: \(names). Ze"
                + " komen uit het ontwikkelaarsportaal van Twinfield; als redirectadres kan daar"
                + " \(address) staan. Vul ze in en start  ccvmap serve  opnieuw.")
    }

    private var settings: [ConfigurationFacts.Setting] {
        let schedule = configuration.schedule
        func two(_ value: Int) -> String { (value < 10 ? "0" : "") + String(value) }
        let nightly = two(schedule.nightlyAt / 60) + ":" + two(schedule.nightlyAt % 60)
        let minutes = schedule.every.components.seconds / 60
        let rows: [(String, String?)] = [
            ("database", configuration.database), ("schedule.every", "\(minutes) minutes"),
            ("schedule.nightly_at", nightly), ("schedule.time_zone", schedule.timeZone),
            ("dashboard.public_url", configuration.pages.publicURL?.text),
            ("dashboard.report_webhook", configuration.pages.reportWebhook?.host),
            ("dashboard.report_mail", configuration.pages.reportMail),
            ("notifications.command", configuration.notificationCommand),
        ]
        return rows.compactMap { key, value in
            value.map { ConfigurationFacts.Setting(key: key, value: $0) }
        }
    }
}
