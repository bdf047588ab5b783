import SourceDiagnostics

/// What somebody meant who wrote a word that the rules do not know: a Dutch word, a decimal comma,
/// a day as one writes it in the Netherlands, a slip of the finger.
enum MeantValue {
    /// The known word that was meant; nil when none is near.
    static func word(_ text: String, among known: [String]) -> String? {
        if let word = dutch[text.lowercased()]?.first(where: known.contains) { return word }
        return Suggestion.nearest(to: text, among: known)
    }

    /// The known key that was meant; also one with something behind it: `matching`.
    static func key(_ text: String, among known: [String]) -> String? {
        word(text, among: known) ?? known.first { $0.count >= 4 && text.hasPrefix($0) }
    }

    /// The value in the form of its kind; nil when nothing tells.
    static func value(_ text: String, as kind: ValueKind) -> String? {
        let words = text.lowercased().split(separator: " ").map(String.init)
        switch kind {
        case .choice(let known): return word(text, among: known)
        case .choiceOrTolerance(let known):
            let pointed = text.replacing(",", with: ".")
            if ScalarForm.accepts(pointed, as: kind) { return pointed }
            return word(text, among: known)
        case .date: return day(text)
        case .flag: return dutch[text.lowercased()]?.first { ScalarForm.flag($0) != nil }
        case .days:
            guard let count = words.first, ScalarForm.days(count + " days") != nil,
                words.count == 1 || dutch[words[1]]?.first == "days"
            else { return nil }
            return count + " days"
        case .dayOffset:
            guard words.count >= 3, ScalarForm.days(words[0] + " days") != nil,
                let side = words.compactMap({ dutch[$0]?.first ?? $0 })
                    .first(where: { ["before", "after"].contains($0) })
            else { return nil }
            return "\(words[0]) days \(side) payment"
        case .cut:
            guard words.count >= 2, let end = dutch[words[0]]?.first else { return nil }
            let cut = "\(end) \(words[1])"
            return ScalarForm.cut(cut) == nil ? nil : cut
        default: return nil
        }
    }

    /// `01-02-2026` and `1/2/2026` have the day first, as in the Netherlands; `2026/2/1` last.
    private static func day(_ text: String) -> String? {
        var parts = text.split { "-/. ".contains($0) }.map(String.init)
        guard parts.count == 3, parts.allSatisfy({ ScalarForm.wholeNumber($0) != nil }) else {
            return nil
        }
        if parts[2].count == 4 { parts.reverse() }
        let padded = parts.map { $0.count == 1 ? "0" + $0 : $0 }.joined(separator: "-")
        guard let day = ScalarForm.day(padded), (1...12).contains(day.month),
            (1...31).contains(day.day)
        else { return nil }
        return padded
    }

    /// Dutch words of the field, and the words of the rules that they can stand for.
    private static let dutch: [String: [String]] = [
        "concept": ["provisional"], "voorlopig": ["provisional"], "draft": ["provisional"],
        "definitief": ["final"], "definitive": ["final"],
        "boek": ["book"], "boeken": ["book"], "overslaan": ["skip"], "sla over": ["skip"],
        "wacht": ["wait"], "wachten": ["wait"], "voorleggen": ["review"],
        "nakijken": ["review"], "controleren": ["review"], "beoordelen": ["review"],
        "fout": ["error"], "debet": ["debit"], "zelfde": ["same"], "hetzelfde": ["same"],
        "gelijk": ["equals_open", "same"], "equal": ["equals_open", "same"],
        "equals": ["equals_open"], "minder": ["less"], "meer": ["more"],
        "anders": ["differs"], "verschilt": ["differs"], "different": ["differs"],
        "ontbreekt": ["missing"], "bevat": ["contained", "contains"], "ja": ["true"],
        "nee": ["false"], "yes": ["true"], "no": ["false"], "dag": ["days"],
        "dagen": ["days"], "voor": ["before"], "na": ["after"], "eerste": ["first"],
        "laatste": ["last"], "betaling": ["payment"], "verkoop": ["sale"],
        "versie": ["version"], "naam": ["name"], "administratie": ["office"],
        "kantoor": ["office"], "boeken_vanaf": ["book_from"], "tijdzone": ["time_zone"],
        "timezone": ["time_zone"], "rekeningen": ["accounts"],
        "rekening": ["dim1", "account"], "debiteuren": ["debtors"],
        "debiteur": ["dim2", "customer"], "klant": ["customer"], "kruispost": ["suspense"],
        "kruisposten": ["suspense"], "methoden": ["methods"], "methodes": ["methods"],
        "methode": ["method"], "merk": ["brand"], "valuta": ["currency"], "taal": ["language"],
        "bestelnummer": ["order_number"], "ordernummer": ["order_number"],
        "bedrag": ["amount"], "dagboek": ["journal", "daybooks"], "dagboeken": ["daybooks"],
        "regels": ["lines", "select"], "kant": ["side"], "omschrijving": ["description"],
        "factuurnummer": ["invoicenumber"], "datum": ["date"], "reden": ["reason"],
        "omdat": ["because"], "uitkomst": ["outcome"], "als": ["when"], "dan": ["then"],
    ]
}
