import People
import Wording

/// The tab Configuratie: what is connected, and what holds.
struct ConfigurationPage {
    let room: PageRoom
    let visit: Visit

    /// The page.
    func page() async -> Page {
        let facts = await room.actions.configuration()
        let chosen = facts.connections.filter {
            visit.connections.isEmpty || visit.connections.contains($0.name)
        }
        var sections: [Fields] = []
        for (index, own) in chosen.enumerated() {
            var fields = connection(own, at: index)
            if let accounts = await room.connecting?.accounts(of: own.name) {
                fields.merge(AccountRows(visit: visit).fields(accounts, own)) { _, new in new }
            }
            sections.append(fields)
        }
        return Page(
            template: "configuration", title: Place.configuration.title, place: .configuration,
            fields: [
                "canConnect": canConnect,
                "connectionFacts": sections,
                "settings": facts.settings.map { ["key": $0.key, "value": shown($0.value)] },
            ])
    }

    private func connection(_ facts: ConfigurationFacts.Connection, at index: Int) -> Fields {
        var fields: Fields = [
            "anchor": "verbinding-\(index)", "name": shown(facts.name), "ccv": light(facts.ccv),
            "twinfield": light(facts.twinfield), "office": shown(facts.office),
            "debtors": facts.debtors.map(shown).joined(separator: ", "),
            "bookFrom": facts.bookFrom.map(visit.speaker.day) ?? "", "rules": shown(facts.rules),
            "hasRulesHref": room.rules != nil,
            "rulesHref": room.address("/regels", [("verbinding", facts.name)]),
            "revision": PaymentRows.short(facts.revision),
            "hasRulesFault": !facts.rulesFault.isEmpty, "rulesFault": shown(facts.rulesFault),
            "hasSuspense": !facts.suspense.isEmpty,
            "suspense": facts.suspense.map {
                ["method": shown($0.method), "account": shown($0.account)]
            },
        ]
        fields.merge(connecting(facts)) { _, own in own }
        return fields
    }

    /// Whether the forms of connecting are shown.
    private var canConnect: Bool {
        room.connecting != nil && visit.visitor.role.may(.connect)
    }

    private func connecting(_ facts: ConfigurationFacts.Connection) -> Fields {
        let own = facts.connecting
        return [
            "value": facts.name, "hasStandstill": own.standstill != nil,
            "standstill": own.standstill.map(visit.say) ?? "",
            "hasTwinfieldLack": own.twinfieldLack != nil,
            "twinfieldLack": own.twinfieldLack.map(visit.say) ?? "",
            "hasClientSecret": own.hasClientSecret, "redirectURI": shown(own.redirectURI),
            "ccvConnect": visit.say(facts.ccv.isGreen ? Self.again : Self.connect) + " CCV",
            "twinfieldConnect": visit.say(facts.twinfield.isGreen ? Self.again : Self.connect)
                + " Twinfield",
        ]
    }

    private static let connect = Phrase(en: "Connect", nl: "Connect")
    private static let again = Phrase(en: "Reconnect", nl: "Opnieuw verbinden met")

    private func light(_ light: ConfigurationFacts.Light) -> Fields {
        var text = visit.say(StateWords.light(light.state))
        if let since = light.since {
            text += visit.say(" since ", " sinds ") + visit.speaker.moment(since)
        }
        if !light.detail.isEmpty { text += " (" + shown(light.detail) + ")" }
        return [
            "style": light.isGreen ? "green" : "red", "text": text,
            "hasHelp": !light.help.isEmpty && !canConnect, "help": shown(light.help),
            "hasReason": !light.reason.isEmpty, "reason": shown(light.reason),
        ]
    }
}
