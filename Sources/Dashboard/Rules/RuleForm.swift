import DomainModel
import Wording

/// The form of the common values: suspense accounts as a table, the others one below the other.
struct RuleForm {
    private let page: RulesPage
    private let facts: RuleFacts
    private let typed: [String: String]
    private let refusals: [String: Phrase]

    init(
        _ page: RulesPage, _ facts: RuleFacts, _ typed: [String: String],
        _ refusals: [String: Phrase]
    ) {
        self.page = page
        self.facts = facts
        self.typed = typed
        self.refusals = refusals
    }

    /// The fields of the template.
    var fields: Fields {
        let isAccount = { (field: RuleField) in field.key.hasPrefix("suspense") }
        return [
            "hasFields": !facts.fields.isEmpty,
            "values": facts.fields.filter { !isAccount($0) }.map(value),
            "accounts": facts.fields.filter(isAccount).map(account),
            "hasAccounts": facts.fields.contains(where: isAccount),
            "takesAccounts": facts.takesAccounts,
            "newMethod": typed["nieuw_methode"] ?? "", "newAccount": typed["nieuw_rekening"] ?? "",
            "newRefused": refusals["nieuw"] != nil,
            "newRefusal": refusals["nieuw"].map(page.visit.say) ?? "",
            "hasRefusals": !refusals.isEmpty,
        ]
    }

    private func value(_ field: RuleField) -> Fields {
        var fields = common(field)
        fields["label"] = page.visit.say(RuleWords.label(field))
        fields["shown"] = shown(field.text)
        switch field.form {
        case .choice(let words):
            fields["shown"] = page.visit.say(RuleWords.option(field.text))
            let now = typed[field.identifier] ?? field.text
            fields["isChoice"] = true
            fields["options"] = (words.contains(field.text) ? words : words + [field.text]).map {
                word -> Fields in
                [
                    "word": word, "isNow": word == now,
                    "text": page.visit.say(RuleWords.option(word)),
                ]
            }
        case .number(let words):
            fields["unit"] = page.visit.say(RuleWords.unit(words))
            fields["isNumber"] = true
        case .day:
            let day = CalendarDate(Array(field.text.utf8)).map(page.visit.speaker.day)
            fields["shown"] = day ?? shown(field.text)
            if typed[field.identifier] == nil, let day { fields["text"] = day }
        case .list:
            fields["hint"] = page.visit.say("several: with a comma", "meer dan één: met een komma")
            fields["hasHint"] = true
        case .text: break
        }
        return fields
    }

    private func account(_ field: RuleField) -> Fields {
        var fields = common(field)
        fields["method"] = shown(field.subject)
        fields["isRemovable"] = field.isRemovable
        fields["isRemoved"] = typed["weg_" + field.identifier] != nil
        return fields
    }

    private func common(_ field: RuleField) -> Fields {
        [
            "identifier": field.identifier,
            "text": RulesPage.typed(typed[field.identifier] ?? field.text),
            "isRefused": refusals[field.identifier] != nil,
            "refusal": refusals[field.identifier].map(page.visit.say) ?? "",
            "file": shown(field.file), "isChoice": false, "isNumber": false,
            "hasHint": false, "unit": "",
        ]
    }
}
