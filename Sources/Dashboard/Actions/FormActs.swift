import DomainModel
import Hummingbird
import LedgerViews
import People
import RunnerCore
import Wording

/// What the forms of the pages do: each does it at most once, then leads back to its page.
struct FormActs {
    let room: PageRoom
    let visit: Visit

    private var form: FormFields { visit.context.form }

    /// Chooses a sale, none of them, or later.
    func choose() async throws -> Response {
        let references = [try reference()]
        let act: PaymentAct
        switch form["keuze"] {
        case "later": act = .later
        case "geen": act = .chooseNone
        default:
            guard let sale = SaleChoice.key(form["verkoop"]) else {
                return back(.refused(Self.noSale))
            }
            act = .choose(sale, proposesAddress: form["adres"] == "ja")
        }
        return try await perform(act, references, reason: try reason())
    }

    /// Decides a payment again.
    func process() async throws -> Response {
        let reason =
            form["waarom"]
            ?? visit.say(
                "processed again from the dashboard", "opnieuw verwerkt vanaf het dashboard")
        return try await perform(.retry(rules), [try reference()], reason: reason)
    }

    /// Says that a payment is not to be booked.
    func ignore() async throws -> Response {
        try await perform(.ignore, [try reference()], reason: try reason())
    }

    /// Names the entry that settles a payment.
    func resolve() async throws -> Response {
        let daybook = (form["dagboek"] ?? "").filter { !$0.isWhitespace }
        let number = (form["nummer"] ?? "").filter { !$0.isWhitespace }
        guard !daybook.isEmpty, !number.isEmpty, number.allSatisfy(\.isASCII) else {
            return back(
                .refused(
                    Phrase(
                        en: "Name the daybook and the number of the entry.",
                        nl: "Noem het dagboek en het boekingsnummer.")))
        }
        let entry = EntryKey(daybook: daybook, number: number)
        return try await perform(.resolve(entry), [try reference()], reason: try reason())
    }

    /// Decides every payment of a cause again.
    func processGroup() async throws -> Response {
        guard let code = form["reden"], let connection = form["verbinding"] else {
            throw PageFault.foreignForm
        }
        let note = note(try reason())
        return try await once("group.processed", "\(connection), \(code)") { [rules] in
            await room.actions.perform(.retry(rules), onAllWith: code, of: connection, note)
        }
    }

    /// Begins a run.
    func run() async throws -> Response {
        try await once("run.asked", form["verbinding"] ?? "") {
            await room.actions.runNow(form["verbinding"])
        }
    }

    /// Sends a report.
    func report() async throws -> Response {
        guard let connection = form["verbinding"],
            let payment = try room.views.payment(try reference(), of: connection)
        else { throw PageFault.foreignForm }
        let report = ProblemPage(room: room, visit: visit).report(
            payment, note: ProblemPage.note(form))
        return try await once("report.sent", "\(connection), \(payment.summary.reference)") {
            await room.actions.send(report)
        }
    }

    private var rules: PaymentAct.Rules { form["regels"] == "then" ? .then : .now }

    private func reference() throws(PageFault) -> String {
        guard let reference = form["id"] else { throw .foreignForm }
        return reference
    }

    private func reason() throws(PageFault) -> String {
        let text = (form["waarom"] ?? "").split(whereSeparator: \.isNewline)
            .joined(separator: " ")
        guard text.contains(where: { !$0.isWhitespace }) else {
            throw .badRequest(
                "Say why: people ask about it years later. Go back and fill it in.",
                "Zeg waarom: jaren later vraagt iemand ernaar. Ga terug en vul het in.")
        }
        return String(text.prefix(500))
    }

    private func note(_ reason: String) -> ActNote {
        ActNote(who: visit.visitor.name, reason: reason, at: visit.now)
    }

    private func perform(
        _ act: PaymentAct, _ references: [String], reason: String
    ) async throws -> Response {
        guard let connection = form["verbinding"] else { throw PageFault.foreignForm }
        let note = note(reason)
        let detail = ([connection] + references + [reason]).joined(separator: ", ")
        return try await once(act.deed, detail) {
            await room.actions.perform(act, on: references, of: connection, note)
        }
    }

    /// Does it unless the form was taken before: a double click does nothing twice.
    private func once(
        _ deed: String, _ detail: String, _ work: () async -> ActOutcome
    ) async throws -> Response {
        try await once {
            try room.note(visit, deed, detail)
            let outcome = await work()
            if case .refused(let why) = outcome {
                try room.note(visit, "act.refused", deed + ": " + why.en)
            }
            return outcome
        }
    }

    /// The same for an act that is recorded by who does it.
    func once(_ work: () async throws -> ActOutcome) async throws -> Response {
        guard try isNew() else { return back(.done(0, Self.takenBefore)) }
        return back(try await work())
    }

    /// Takes the ticket of the form; false when it was taken before.
    func isNew() throws(PageFault) -> Bool {
        guard let ticket = form["bon"], ticket.utf8.count == 24 else { throw .foreignForm }
        // The forms of one page share a ticket; each act on each payment uses it once.
        let use = [
            ticket, visit.path, form["verbinding"] ?? "", form["id"] ?? "", form["keuze"] ?? "",
        ]
        return room.tickets.take(use.joined(separator: "\n"))
    }

    /// Leads back to the page of the form, or to another one, with a sentence about what happened.
    func back(_ outcome: ActOutcome, to page: String? = nil) -> Response {
        let message: TicketBook.Message
        switch outcome {
        case .refused(let why): message = TicketBook.Message(text: why, isGood: false)
        case .done(_, let said?): message = TicketBook.Message(text: said, isGood: true)
        case .done(1, nil):
            message = TicketBook.Message(text: Self.done, isGood: true)
        case .done(let count, nil):
            message = TicketBook.Message(
                text: Phrase(
                    en: "Noted for \(count) payments; the next run goes on with them.",
                    nl: "Vastgelegd voor \(count) betalingen; de volgende run gaat ermee verder."),
                isGood: true)
        }
        room.tickets.leave(message, for: visit.context.session)
        return PageRoom.seeOther(ReturnAddress(page ?? form["terug"] ?? "/").text(in: room))
    }

    private static let done = Phrase(
        en: "Noted; the next run goes on with it.",
        nl: "Vastgelegd; de volgende run gaat ermee verder.")

    static let takenBefore = Phrase(
        en: "This form was sent before; nothing was done twice.",
        nl: "Dit formulier was al verstuurd; er is niets dubbel gedaan.")

    private static let noSale = Phrase(
        en: "Choose one of the sales first.", nl: "Kies eerst een van de verkopen.")
}

/// Where a form leads back to: only to a page of ours, whatever the form says.
struct ReturnAddress {
    /// The paths besides those of the navigation.
    static let others = [
        "/betaling", "/melding", "/mensen", "/logboek", "/account", "/regels", "/regels/versies",
        "/regels/codes",
    ]

    private let path: String
    private let query: FormFields

    /// Reads a path with its query.
    init(_ text: String) {
        let parts = text.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        let path = parts.first.map(String.init) ?? "/"
        let known = Place.allCases.map(\.path) + Self.others
        self.path = known.contains(path) ? path : "/"
        query = FormFields(parts.count == 2 ? Array(parts[1].utf8) : [])
    }

    /// The address behind the base path, for a field of a form.
    var plain: String { path + (query.text.isEmpty ? "" : "?" + query.text) }

    /// The address.
    func text(in room: PageRoom) -> String {
        room.address(path, query.pairs.map { ($0.name, $0.value) })
    }
}
