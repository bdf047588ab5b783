import RuleSyntax
import SourceDiagnostics
import Wording

/// What is said about the configuration.
extension Message {
    static func malformedAddress(
        _ text: String, of key: String, expected: Phrase, example: String
    ) -> Message {
        Message(
            .malformedAddress, en: "\(key) is \"\(text)\"; expected \(expected.en)",
            nl: "\(key) is \"\(text)\"; verwacht: \(expected.nl)", help: .write(example))
    }

    static func plainHTTP(_ key: String, host: String) -> Message {
        Message(
            .plainHTTP,
            en: "\(key) goes to \(host) without encryption; http is for this machine only",
            nl: "\(key) gaat onversleuteld naar \(host); http is alleen voor deze computer",
            help: Phrase(
                en: "write  https://, or a host such as 127.0.0.1, [::1] or localhost",
                nl: "schrijf  https://, of een host zoals 127.0.0.1, [::1] of localhost"))
    }

    static func foreignHost(_ key: String, host: String, suffix: String) -> Message {
        Message(
            .foreignHost,
            en: "\(key) goes to \(host), which is not \(suffix) and not this machine;"
                + " keys are not sent there",
            nl: "\(key) gaat naar \(host), en dat is niet \(suffix) en niet deze computer;"
                + " daar gaan geen sleutels heen",
            help: Phrase(
                en: "check the address; if the service moved, change  allowed_host_suffix",
                nl: "kijk het adres na; is de dienst verhuisd, verander dan  allowed_host_suffix"))
    }

    static let secretInConfiguration = Message(
        .secretInConfiguration,
        en: "a secret stands here; secrets are kept encrypted, never in the configuration",
        nl: "hier staat een geheim; geheimen staan versleuteld bewaard, nooit in de configuratie",
        help: Phrase(
            en: "remove it, ask the service for a new one, and enter that when it is asked for",
            nl: "haal het weg, vraag de dienst een nieuw, en voer dat in als erom wordt gevraagd"))

    static func unknownSetting(_ step: String, in title: Phrase, among known: [String]) -> Message {
        let near = Suggestion.nearest(to: step, among: known)
        let names = known.joined(separator: ", ")
        let keys = Phrase(
            en: "the keys here are: \(names)", nl: "de sleutels zijn hier: \(names)")
        let end = Phrase(
            en: "end the name here; what it names is a value",
            nl: "laat de naam hier eindigen; wat hij noemt is een waarde")
        if step.isEmpty {
            return Message(
                .unknownSetting, en: "the name of this setting ends before a value",
                nl: "de naam van deze instelling eindigt voor een waarde",
                help: known.isEmpty ? end : keys)
        }
        return Message(
            .unknownSetting, en: "this sets \(step), and \(title.en) has no such key",
            nl: "dit zet \(step), en \(title.nl) heeft die sleutel niet",
            help: known.isEmpty ? end : near.map(Phrase.didYouMean) ?? keys)
    }

    static func unknownConnection(_ step: String, among known: [String]) -> Message {
        let near = Suggestion.nearest(to: step, among: known)
        let names = known.joined(separator: ", ")
        return Message(
            .unknownSetting,
            en: "this names the connection \"\(step)\", and there is none of that name",
            nl: "dit noemt de verbinding \"\(step)\", en die is er niet",
            help: near.map(Phrase.didYouMean)
                ?? Phrase(
                    en: "the connections are: \(names)", nl: "de verbindingen zijn: \(names)"))
    }

    static let nameIsFixed = Message(
        .unknownSetting, en: "the name of a connection can only be given in the file",
        nl: "de naam van een verbinding kan alleen in het bestand staan",
        help: Phrase(en: "remove this setting", nl: "haal deze instelling weg"))

    static let flagWithoutValue = Message(
        .unknownSetting, en: "--set takes a path, a `=` and a value",
        nl: "--set vraagt een pad, een `=` en een waarde",
        help: .write("--set connections.webshop.rules=rules"))

    static func sameName(_ name: String) -> Message {
        Message(
            .duplicateName, en: "two connections are called \"\(name)\"",
            nl: "twee verbindingen heten \"\(name)\"",
            help: Phrase(
                en: "give each its own name; the ledger keeps them apart by it",
                nl: "geef elk een eigen naam; daaraan houdt het grootboek ze uit elkaar"))
    }

    static func connectionsAlike(_ name: String, _ other: String, variable: String) -> Message {
        Message(
            .connectionsAlike,
            en: "the connections \"\(other)\" and \"\(name)\" are both \(variable) in a variable of"
                + " the environment",
            nl: "de verbindingen \"\(other)\" en \"\(name)\" zijn allebei \(variable) in een"
                + " omgevingsvariabele",
            help: Phrase(
                en: "let them differ in a letter or a digit",
                nl: "laat ze in een letter of cijfer verschillen"))
    }

    static func oneFileTwice(_ path: String, _ first: String, _ second: String) -> Message {
        Message(
            .oneFileTwice, en: "\(first) and \(second) are the same file: \(path)",
            nl: "\(first) en \(second) zijn hetzelfde bestand: \(path)",
            help: Phrase(en: "name another file", nl: "noem een ander bestand"))
    }
}
