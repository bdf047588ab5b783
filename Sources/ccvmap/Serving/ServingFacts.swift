import ConfigurationReading
import Dashboard
import DomainModel
import RuleEngine
import SourceDiagnostics

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

    private func connection(
        _ own: ConnectionConfiguration, _ states: ConnectionStates?
    ) -> ConfigurationFacts.Connection {
        var facts = ConfigurationFacts.Connection(
            name: own.name, ccv: light(.ccv, own.name, states),
            twinfield: light(.twinfield, own.name, states))
        facts.rules = own.rules
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
            isGreen: isGreen, state: note?.state.rawValue ?? "unknown", since: note?.since ?? "",
            detail: note?.mode ?? note?.office ?? "",
            help: isGreen
                ? ""
                : note == nil
                    ? "ccvmap status" : "ccvmap connect \(service.rawValue) --connection \(name)")
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
