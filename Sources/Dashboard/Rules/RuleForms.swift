import Hummingbird
import People
import Wording

/// What the forms of the pages of the rules do: they show what a change would do, and save it.
struct RuleForms {
    /// How many days a change is tried on, when nobody says otherwise.
    static let usualDays = 14
    private static let daysMaximum = 90

    let room: PageRoom
    let visit: Visit

    private var form: FormFields { visit.context.form }
    private var days: Int {
        form["dagen"].flatMap { Int($0) }.map { min(max($0, 1), Self.daysMaximum) }
            ?? Self.usualDays
    }

    /// Shows what other values would do.
    func values() async throws -> Response {
        var typed: [String: String] = [:]
        var removed: Set<String> = []
        for (name, value) in form.allPairs {
            if name.hasPrefix("weg_") { removed.insert(String(name.dropFirst(4))) }
            typed[name] = value
        }
        var added: [RuleAccount] = []
        let method = form["nieuw_methode"]
        let account = form["nieuw_rekening"]
        if method != nil || account != nil {
            added = [RuleAccount(method: Self.trimmed(method), account: Self.trimmed(account))]
        }
        let change = RuleChange(
            stand: form["stand"] ?? "",
            content: .values(
                typed.filter { $0.key.hasPrefix("w") && !$0.key.hasPrefix("weg_") },
                removed: removed, added: added))
        let proposal = try await proposal(change)
        guard proposal.state == .refused else { return try await show(proposal) }
        let refused = typed
        return try await room.answer(pageVisit, keeps: .never) { [room] visit in
            try await RulesPage(room: room, visit: visit).page(
                typed: refused, refusals: proposal.refusals)
        }
    }

    /// Shows what other texts would do.
    func texts() async throws -> Response {
        try await show(
            try await proposal(
                RuleChange(stand: form["stand"] ?? "", content: .texts(try typedTexts()))))
    }

    /// Shows what going back to a version would do.
    func back() async throws -> Response {
        guard let number = form["versie"].flatMap({ Int64($0) }) else {
            throw PageFault.foreignForm
        }
        return try await show(
            try await proposal(RuleChange(stand: "", content: .version(number))))
    }

    /// Saves what was shown, or shows why it was not.
    func save() async throws -> Response {
        let connection = try RulesPage(room: room, visit: visit).connection()
        let texts = try typedTexts()
        let stand = form["stand"] ?? ""
        let isSeen = form["gezien"] == RuleDigest.text(texts.map { ($0.key, $0.value) })
        let reason = Self.trimmed(form["waarom"])
        guard isSeen, !reason.isEmpty else {
            return try await show(
                try await proposal(RuleChange(stand: stand, content: .texts(texts))),
                said: isSeen ? Self.noReason : Self.unseen)
        }
        guard let rules = room.rules else { throw PageFault.foreignForm }
        let version = form["versie"].flatMap { Int64($0) }
        let outcome = await rules.save(
            RuleOrder(stand: stand, texts: texts, version: version), to: connection,
            ActNote(who: visit.visitor.name, reason: String(reason.prefix(500)), at: visit.now))
        let said: Phrase?
        switch outcome {
        case .saved(let number):
            room.tickets.leave(
                TicketBook.Message(
                    text: Phrase(
                        en: "Saved as version \(number). The next run uses it; a run that goes on"
                            + " now keeps the rules that it began with.",
                        nl: "Opgeslagen als versie \(number). De volgende run gebruikt haar; een"
                            + " run die nu bezig is houdt de regels waarmee hij begon."),
                    isGood: true), for: visit.context.session)
            return PageRoom.seeOther(room.address("/regels", [("verbinding", connection)]))
        case .stale, .faulty: said = nil
        case .refused(let why): said = why
        }
        return try await show(
            try await proposal(RuleChange(stand: stand, content: .texts(texts))), said: said)
    }

    /// The visit as if it were one of the page: its links lead there, as a form has no address.
    private var pageVisit: Visit {
        var query = FormFields()
        query["verbinding"] = form["verbinding"]
        return Visit(
            context: visit.context, visitor: visit.visitor, path: "/regels", query: query,
            now: visit.now, speaker: visit.speaker, origin: visit.origin)
    }

    private func proposal(_ change: RuleChange) async throws -> RuleProposal {
        let connection = try RulesPage(room: room, visit: visit).connection()
        guard
            let proposal = await room.rules?.proposal(change, to: connection, days: days)
        else {
            throw PageFault.notFound(
                Phrase(
                    en: "This version cannot be gone back to: it is not there, or it has files that"
                        + " do not belong to the rules any more.",
                    nl: "Naar deze versie kunt u niet terug: ze is er niet, of ze heeft bestanden"
                        + " die niet meer bij de regels horen."))
        }
        return proposal
    }

    private func show(_ proposal: RuleProposal, said: Phrase? = nil) async throws -> Response {
        let connection = try RulesPage(room: room, visit: visit).connection()
        var proposal = proposal
        if proposal.version == nil { proposal.version = form["versie"].flatMap { Int64($0) } }
        let (shown, days) = (proposal, days)
        return try await room.answer(pageVisit, keeps: .never) { [room] visit in
            RuleProposalPage(room: room, visit: visit, connection: connection)
                .page(shown, days: days, said: said)
        }
    }

    /// The texts of a form by positions: `tekst_0`, `tekst_1`.
    private func typedTexts() throws(PageFault) -> [Int: String] {
        var texts: [Int: String] = [:]
        for (name, value) in form.allPairs where name.hasPrefix("tekst_") {
            guard let position = Int(name.dropFirst(6)), (0..<1_000).contains(position) else {
                throw .foreignForm
            }
            texts[position] = value
        }
        guard !texts.isEmpty else { throw .foreignForm }
        return texts
    }

    private static func trimmed(_ text: String?) -> String {
        var text = (text ?? "")[...]
        while text.first?.isWhitespace == true { text.removeFirst() }
        while text.last?.isWhitespace == true { text.removeLast() }
        return text.split(whereSeparator: \.isNewline).joined(separator: " ")
    }

    private static let noReason = Phrase(
        en: "Say why you change the rules: people ask about it years later.",
        nl: "Zeg waarom u de regels wijzigt: jaren later vraagt iemand ernaar.")
    private static let unseen = Phrase(
        en: "The text was changed after it was shown. Look at what it does now; then save it.",
        nl: "De tekst is gewijzigd nadat hij was getoond. Bekijk wat hij nu doet en sla hem dan"
            + " op.")
}
