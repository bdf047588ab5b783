import Wording

extension TextRemarks {
    /// The remarks as warnings of a decision.
    var warnings: [Decision.Remark] {
        let all: [(TextRemarks, String, Phrase)] = [
            (
                .cut, "text_cut",
                Phrase(
                    en: "a text was longer than its keep and was cut",
                    nl: "een tekst was langer dan keep toelaat en is ingekort")
            ),
            (
                .yielded, "text_shortened",
                Phrase(
                    en: "a text was shortened so that the transaction id stays whole",
                    nl: "een tekst is ingekort zodat het transactie-id heel blijft")
            ),
            (
                .replaced, "characters_replaced",
                Phrase(
                    en: "characters that XML 1.0 forbids were replaced by U+FFFD",
                    nl: "tekens die XML 1.0 verbiedt, zijn vervangen door U+FFFD")
            ),
            (
                .spaced, "line_ends_replaced",
                Phrase(
                    en: "tabs or line ends were replaced by spaces",
                    nl: "tabs of regeleinden zijn vervangen door spaties")
            ),
        ]
        return all.filter { contains($0.0) }.map { Decision.Remark(code: $0.1, phrase: $0.2) }
    }
}
