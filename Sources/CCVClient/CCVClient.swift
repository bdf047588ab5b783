public import DomainModel
public import RecordReading
public import ServiceHTTP

/// Reads payments from CCV Online Payments; there is no way to change anything through it.
///
/// One request at a time, each asked again within bounds. Every method throws one `ServiceFault`
/// that a person can read; then nothing of the answers counts.
public struct CCVClient: Sendable {
    let requester: CCVRequester
    let settings: CCVSettings

    /// Makes a client of one CCV account.
    public init(
        settings: CCVSettings, key: APIKey, transport: ReadOnlyTransport, retrying: Retrying
    ) {
        var settings = settings
        while settings.baseURL.hasSuffix("/") { settings.baseURL.removeLast() }
        self.settings = settings
        requester = CCVRequester(
            settings: settings, key: key, transport: transport, retrying: retrying)
    }

    /// The methods that the key may be used for; the cheapest check of a key.
    public func methods() async throws(ServiceFault) -> [PaymentMethodRecord] {
        try await requester.ask("/method") { (answer) throws(RecordFault) in
            switch answer {
            case .body(let bytes): .success(try PaymentMethodRecord.read(bytes))
            case .unknown(let fault): .failure(fault)
            case .tooLong: .failure(tooLong("/method"))
            }
        }
    }

    /// Every payment created from one moment to another, both included.
    ///
    /// Goes day by day. The order and the length of CCV's pages do not matter, nor that payments
    /// are added on the way. Each payment comes once, in its newest form.
    public func discover(
        from: Instant, to: Instant
    ) async throws(ServiceFault) -> Discovery {
        var scan = DiscoveryScan(self)
        guard from <= to else { return Discovery() }
        return try await scan.run(from: from, to: to)
    }

    /// Asks again for payments by their references.
    ///
    /// In batches, and one by one where a batch leaves one out.
    public func reread(_ references: [String]) async throws(ServiceFault) -> Reread {
        var found = NewestRecords()
        let wanted = unique(references)
        for batch in batches(of: wanted.filter(isListable)) {
            let answer = try await list("references", batch, orNothing: true)
            let asked = Set(batch)
            for record in answer where asked.contains(record.reference) { found.take(record) }
        }
        var answer = Reread()
        for reference in wanted {
            if let record = found[reference] {
                answer.records.append(record)
            } else if let record = try await single(reference) {
                answer.records.append(record)
            } else {
                answer.missing.append(reference)
            }
        }
        return answer
    }

    /// The refunds, captures and reversals of payments; each once, by (created, reference).
    public func followUps(
        of references: [String]
    ) async throws(ServiceFault) -> [PaymentRecord] {
        var found = NewestRecords()
        for batch in batches(of: unique(references).filter(isListable)) {
            let asked = Set(batch)
            for record in try await list("originalReferences", batch) {
                guard let original = record.originalReference, asked.contains(original) else {
                    throw ServiceFault(
                        .notUnderstood,
                        "CCV was asked for what follows on some payments, and answers "
                            + "`\(record.reference)`, which does not: the filter "
                            + "originalReferences is ignored or misread",
                        help: "Nothing of the answer was used; report this to the makers.")
                }
                found.take(record)
            }
        }
        return found.sorted
    }

    /// The payments that landing pages led to, one by one by their `childReferenceId`.
    ///
    /// CCV may leave them out of lists. A child that it does not know is among `missing`.
    public func children(
        of parents: [PaymentRecord]
    ) async throws(ServiceFault) -> Reread {
        var answer = Reread()
        for reference in unique(parents.compactMap(\.childReference)) {
            if let record = try await single(reference) {
                answer.records.append(record)
            } else {
                answer.missing.append(reference)
            }
        }
        return answer
    }
}

extension CCVClient {
    /// The payments of a list.
    ///
    /// Not to be found is a fault, as nobody has seen what it means; so is an answer that is too
    /// long. `orNothing` makes both an empty list, for who asks one by one then.
    private func list(
        _ filter: String, _ references: [String], orNothing: Bool = false
    ) async throws(ServiceFault) -> [PaymentRecord] {
        try await pause()
        let query = [(name: filter, value: references.joined(separator: ","))]
        return try await requester.ask("/transaction", query) { (answer) throws(RecordFault) in
            switch answer {
            case .body(let bytes):
                .success(try PaymentAnswerReader(needsCreated: false).payments(bytes))
            case .unknown(let fault): orNothing ? .success([]) : .failure(fault)
            case .tooLong: orNothing ? .success([]) : .failure(tooLong("/transaction"))
            }
        }
    }

    /// One payment; nil when CCV does not know it.
    private func single(_ reference: String) async throws(ServiceFault) -> PaymentRecord? {
        try await pause()
        let query = [(name: "reference", value: reference)]
        let records: [PaymentRecord] = try await requester.ask("/transaction", query) {
            (answer) throws(RecordFault) in
            switch answer {
            case .body(let bytes):
                .success(try PaymentAnswerReader(needsCreated: false).payments(bytes))
            case .unknown: .success([])
            case .tooLong: .failure(tooLong("/transaction"))
            }
        }
        if let other = records.first(where: { $0.reference != reference }) {
            throw ServiceFault(
                .notUnderstood,
                "CCV was asked for payment `\(reference)` and answers `\(other.reference)`",
                help: "Nothing of the answer was used; report this to the makers.")
        }
        return records.max { $0.lastUpdate < $1.lastUpdate }
    }

    func pause() async throws(ServiceFault) {
        guard settings.pageDelay > .zero else { return }
        do { try await requester.retrying.pause(settings.pageDelay) } catch {
            throw ServiceFault.stopping
        }
    }

    private func tooLong(_ path: String) -> ServiceFault {
        ServiceFault(
            .notUnderstood,
            "the answer of CCV to \(path) is longer than \(settings.answerLimit) bytes",
            help: "Is ccv.base_url right? It is \(settings.baseURL).")
    }

    /// Whether a reference can stand in a list that commas divide.
    private func isListable(_ reference: String) -> Bool { !reference.contains(",") }

    private func unique(_ references: [String]) -> [String] {
        var seen: Set<String> = []
        return references.filter { !$0.isEmpty && seen.insert($0).inserted }
    }

    private func batches(of references: [String]) -> [[String]] {
        stride(from: 0, to: references.count, by: settings.batchSize).map { start in
            Array(references[start..<min(start + settings.batchSize, references.count)])
        }
    }
}
