internal import BooksModel
internal import DomainModel

/// Answers `<transactions>` and `<transaction>`: each is booked or refused for itself
/// (API reference, 3.6 d: a batch is not atomic).
struct TransactionIntake {
    /// More lines in one transaction are answered with 400 (API reference, 3.8).
    static let maximumLines = 1000

    /// The administration of the header of the call, for transactions that name none.
    let company: String
    let now: Instant
    let echo: OfficeEcho

    /// Answers the document; nil when it must be refused as a whole.
    func answer(_ document: XMLNode, world: inout World) -> XMLNode? {
        let isBatch = document.name == "transactions"
        let transactions = isBatch ? document.children : [document]
        guard transactions.allSatisfy({ $0.name == "transaction" }),
            transactions.allSatisfy({
                ($0.child("lines")?.children.count ?? 0) <= Self.maximumLines
            })
        else { return nil }
        let answers = transactions.map { answer(transaction: $0, world: &world) }
        guard isBatch else { return answers.first }
        let isGood = answers.allSatisfy { $0["result"] == "1" }
        return XMLNode("transactions", ["result": isGood ? "1" : "0"], answers)
    }

    private func answer(transaction: XMLNode, world: inout World) -> XMLNode {
        switch transaction["action"] {
        case nil: post(transaction, world: &world)
        case "delete": delete(transaction, world: &world)
        default:
            Marks.error(
                EchoedTransaction.plain(transaction),
                ServiceText.actionUnknown.text(in: echo.language))
        }
    }

    private func post(_ transaction: XMLNode, world: inout World) -> XMLNode {
        let request = EntryRequest(transaction)
        let office = request.office ?? company
        let user = world.organisation.userCode
        let change = BooksChange.post(request, origin: .import, user: user)
        let outcome: BooksOutcome
        if let warning = warning(of: request, change, office: office, world: world) {
            outcome = warning
        } else {
            outcome = world.changeBooks(change, office: office, at: now)
        }
        switch outcome {
        case .saved(let entry):
            guard let books = world.organisation[office] else { return XMLNode("transaction") }
            let writer = EntryWriter(
                books: books, organisation: world.organisation, echo: echo, style: .post)
            return writer.posted(entry, request: transaction)
        default:
            let echoed = EchoedTransaction(
                books: world.organisation[office], organisation: world.organisation, echo: echo)
            return echoed.refused(transaction, outcome.refusals)
        }
    }

    /// What a post gets instead of being booked, in the mood that warns of all of them.
    private func warning(
        of request: EntryRequest, _ change: BooksChange, office: String, world: World
    ) -> BooksOutcome? {
        guard echo.mood.warnsOnPost, request.raisesWarning != false,
            request.dateRaisesWarning != false
        else { return nil }
        var trial = world.organisation
        guard case .saved(let entry) = trial.apply(change, office: office, at: now) else {
            return nil
        }
        let message = BooksMessage.dateOutsidePeriod(entry.date, entry.period)
        return .refused([Refusal(.header(.date), message, level: .warning)])
    }

    private func delete(_ transaction: XMLNode, world: inout World) -> XMLNode {
        let office = transaction.value("office") ?? company
        let echoed = EchoedTransaction.plain(transaction)
        guard let reason = transaction["reason"], !reason.isEmpty else {
            return Marks.error(echoed, ServiceText.reasonMissing.text(in: echo.language))
        }
        guard world.organisation[office] != nil else {
            return Marks.error(
                echoed, at: ["office"], BooksMessage.officeUnknown.text(in: echo.language))
        }
        let key = EntryKey(
            daybook: transaction.value("code") ?? "", number: transaction.value("number") ?? "")
        let change = BooksChange.delete(key, reason: reason, user: world.organisation.userCode)
        let outcome = world.changeBooks(change, office: office, at: now)
        guard outcome.isRefused else {
            var answer = echoed
            answer["result"] = "1"
            return answer
        }
        let texts = outcome.refusals.map { $0.message.text(in: echo.language) }
        return Marks.error(echoed, texts.joined(separator: "//"))
    }
}
