import ByteText
import PaymentsModel

/// `GET /transaction`: one payment, several, or a search (API reference, 1 and 3).
struct TransactionReading {
    let request: WireRequest
    let world: World

    func answer() throws(CCVProblem) -> WireAnswer {
        if let reference = request.queryValue("reference") { return try single(reference) }
        let found = try list()
        if found.isEmpty && world.ccvMood.emptyIs404 { throw .nothingFound }
        var writer = JSONWriter()
        let isWrapped = world.ccvMood.envelope == .wrapped
        if isWrapped {
            writer.beginObject()
            writer.key("transactions")
        }
        writer.beginArray()
        for payment in found { json.write(payment, in: world.payments, to: &writer) }
        writer.endArray()
        if isWrapped { writer.endObject() }
        return CCVAnswers.json(writer)
    }

    private var json: TransactionJSON {
        TransactionJSON(mood: world.ccvMood, baseURL: request.baseURL)
    }

    private func single(_ reference: String) throws(CCVProblem) -> WireAnswer {
        guard let payment = world.payments[reference] else {
            throw .unknownReference(reference)
        }
        // How the parameter is spelt and what it adds is not known.
        let asked = request.queryValue("includeRelatedTransactions")
        let related =
            ["true", "yes", "1"].contains(asked) ? world.payments.related(to: reference) : []
        var writer = JSONWriter()
        json.write(payment, in: world.payments, related: related, to: &writer)
        return CCVAnswers.json(writer)
    }

    private func list() throws(CCVProblem) -> [Payment] {
        let mood = world.ccvMood
        if let references = request.queryValue("references"), isUsed("references") {
            return batch(references.split(separator: ",").map(String.init))
        }
        let filters = request.query.filter { isUsed($0.name) }
        let search = try SearchQuery(timestamps: mood.timestamps).search(filters)
        let listing = PaymentListing(
            pageSize: mood.pageSize, order: mood.order, hidesChildren: mood.hidesChildren,
            hidesAcquirerTypes: mood.hidesAcquirerTypes)
        return world.payments.payments(search, listing: listing)
    }

    /// What is not there is left out; the order is not that of the question (example E7).
    private func batch(_ references: [String]) -> [Payment] {
        var seen: Set<String> = []
        let found = references.filter { seen.insert($0).inserted }
            .compactMap { world.payments[$0] }.prefix(max(0, world.ccvMood.batchSize))
        return world.ccvMood.reordersBatches ? found.reversed() : Array(found)
    }

    private func isUsed(_ filter: String) -> Bool {
        !world.ccvMood.ignoresFilters && !world.ccvMood.ignoredFilters.contains(filter)
    }
}
