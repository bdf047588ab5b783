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
        return Page(
            template: "configuration", title: Place.configuration.title, place: .configuration,
            fields: [
                "connectionFacts": chosen.enumerated().map {
                    connection($0.element, at: $0.offset)
                },
                "settings": facts.settings.map { ["key": $0.key, "value": shown($0.value)] },
            ])
    }

    private func connection(_ facts: ConfigurationFacts.Connection, at index: Int) -> Fields {
        [
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
    }

    private func light(_ light: ConfigurationFacts.Light) -> Fields {
        var text = visit.say(StateWords.light(light.state))
        if !light.since.isEmpty { text += visit.say(" since ", " sinds ") + shown(light.since) }
        if !light.detail.isEmpty { text += " (" + shown(light.detail) + ")" }
        return [
            "style": light.isGreen ? "green" : "red", "text": text,
            "hasHelp": !light.help.isEmpty, "help": shown(light.help),
        ]
    }
}
