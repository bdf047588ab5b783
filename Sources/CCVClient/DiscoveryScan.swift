internal import DomainModel
internal import RecordReading
internal import ServiceHTTP

/// Goes through a span of time in windows of a day, and keeps what is found.
struct DiscoveryScan {
    private enum ListAnswer: Sendable {
        case whole([PaymentRecord])
        /// Too long to be taken; the payments at its beginning.
        case tooLong([PaymentRecord])

        var records: [PaymentRecord] {
            switch self {
            case .whole(let records), .tooLong(let records): records
            }
        }
    }

    private let client: CCVClient
    private let form: TimestampForm
    private var found = NewestRecords()
    private var requestCount = 0
    private var windowCount = 0
    private var pages = PageKnowledge()
    private var unproven: [(tick: ClosedRange<Int64>, count: Int)] = []
    private var doubts: [String] = []

    init(_ client: CCVClient) {
        self.client = client
        form = client.settings.timestamps
    }

    /// Finds every payment of the span.
    mutating func run(from: Instant, to: Instant) async throws(ServiceFault) -> Discovery {
        let ticks = form.tick(of: from)...form.tick(of: to)
        let day = 86_400_000 / form.tickLength
        var start = ticks.lowerBound
        while start <= ticks.upperBound {
            let end = min(ticks.upperBound, (start / day + 1) * day - 1)
            let wasIrregular = pages.isIrregular
            try await walk(start...end)
            // What was believed of the earlier days is not proved any more.
            start = pages.isIrregular == wasIrregular ? end + 1 : ticks.lowerBound
        }
        if found.records.isEmpty { try await checkEmptiness(ticks) }
        try await settleUnproven()
        let records = found.sorted.filter { from <= $0.created && $0.created <= to }
        return Discovery(
            records: records, oldestCreated: records.first?.created, requestCount: requestCount,
            windowsChecked: windowCount, doubts: doubts)
    }

    private mutating func walk(_ window: ClosedRange<Int64>) async throws(ServiceFault) {
        var walk = WindowWalk(
            window, requestLimit: client.settings.requestLimit - requestCount,
            narrowest: 60_000 / form.tickLength, pages: pages)
        while let question = try faulted({ () throws(WalkFault) in try walk.next() }) {
            let answer = try await ask(question)
            for record in answer.records { try keep(record) }
            try faulted { () throws(WalkFault) in
                let sightings = answer.records.map {
                    Sighting(reference: $0.reference, tick: form.tick(of: $0.created))
                }
                switch answer {
                case .whole: try walk.take(sightings)
                case .tooLong: try walk.refuseAsTooLong(sightings)
                }
            }
        }
        requestCount += walk.requestCount
        pages = walk.pages
        unproven += walk.unproven
        windowCount += 1
    }

    private mutating func keep(_ record: PaymentRecord) throws(ServiceFault) {
        if let known = found[record.reference], known.created != record.created {
            throw fault(.twoMoments(record.reference))
        }
        found.take(record)
    }

    private func ask(_ question: WalkQuestion) async throws(ServiceFault) -> ListAnswer {
        var query = [
            (name: "createdAfter", value: form.text(ofTick: question.window.lowerBound - 1)),
            (name: "createdBefore", value: form.text(ofTick: question.window.upperBound + 1)),
        ]
        switch question.cursor {
        case .after(let reference): query.append((name: "referenceAfter", value: reference))
        case .before(let reference): query.append((name: "referenceBefore", value: reference))
        case nil: break
        }
        return try await ask(query)
    }

    private func ask(
        _ query: [(name: String, value: String)]
    ) async throws(ServiceFault) -> ListAnswer {
        try await client.pause()
        let limit = client.settings.answerLimit
        return try await client.requester.ask("/transaction", query) {
            (answer) throws(RecordFault) in
            switch answer {
            case .body(let bytes):
                return .success(
                    .whole(try PaymentAnswerReader(needsCreated: true).payments(bytes)))
            case .tooLong(let bytes):
                // Only whole objects count; the rest will be asked for in narrower windows.
                let reader = PaymentAnswerReader(needsCreated: true, mayBeCut: true)
                return .success(.tooLong(try reader.payments(Array(bytes.prefix(limit)))))
            case .unknown(let fault): return .failure(fault)
            }
        }
    }
}

extension DiscoveryScan {
    /// Looks, when nothing was found, whether CCV has something after all.
    ///
    /// Moments in a unit that CCV misreads can look like an empty account. One question without
    /// any filter shows it, if CCV takes that question.
    private mutating func checkEmptiness(
        _ ticks: ClosedRange<Int64>
    ) async throws(ServiceFault) {
        guard let all = try await unfiltered() else { return }
        guard let one = all.first(where: { ticks.contains(form.tick(of: $0.created)) }) else {
            return
        }
        let tick = form.tick(of: one.created)
        try await walk(tick...tick)
        guard found[one.reference] == nil else {
            // It came while we asked.
            return try await walk(ticks)
        }
        throw misread(
            "CCV gives no payments from \(form.instant(ofTick: ticks.lowerBound).isoText) on, but "
                + "without a filter `\(one.reference)`, created \(one.created.isoText)")
    }

    /// Decides about ticks that filled a page while cursors did not help.
    ///
    /// When another answer was longer, the page was not full after all. A page of ten or more that
    /// may be cut off is a fault; fewer are believed, with a doubt: no service has such pages.
    private mutating func settleUnproven() async throws(ServiceFault) {
        guard unproven.contains(where: { $0.count >= pages.longest }) else { return }
        if let all = try await unfiltered() { pages.longest = max(pages.longest, all.count) }
        for (tick, count) in unproven where count >= pages.longest {
            let moment = form.instant(ofTick: tick.lowerBound).isoText
            guard count < 10 else {
                throw ServiceFault(
                    .notUnderstood,
                    "CCV gives \(count) payments created at \(moment), which is as many as it "
                        + "ever gave at once, and shows no way to ask for more",
                    help: "It cannot be known whether these are all; ask CCV.")
            }
            doubts.append(
                "\(count) payments were created at \(moment); CCV never gave more at once, so it "
                    + "cannot be proved that these are all")
        }
    }

    /// What CCV gives without any filter; nil when it does not take that question.
    private mutating func unfiltered() async throws(ServiceFault) -> [PaymentRecord]? {
        requestCount += 1
        do throws(ServiceFault) {
            return try await ask([]).records
        } catch {
            guard error.kind == .rejected || error.kind == .notUnderstood else { throw error }
            return nil
        }
    }

    private func faulted<Value>(
        _ body: () throws(WalkFault) -> Value
    ) throws(ServiceFault) -> Value {
        do throws(WalkFault) { return try body() } catch { throw fault(error) }
    }

    private func fault(_ fault: WalkFault) -> ServiceFault {
        switch fault {
        case .outside(let sighting, let question):
            let window = span(question.window)
            return misread(
                "CCV was asked for payments created \(window) and answers "
                    + "`\(sighting.reference)` of \(form.instant(ofTick: sighting.tick).isoText)")
        case .twoMoments(let reference):
            return ServiceFault(
                .notUnderstood, "CCV gives payment `\(reference)` two moments of creation",
                help: "Nothing of the answers was used; ask CCV.")
        case .contradiction(let question):
            return ServiceFault(
                .notUnderstood,
                "CCV contradicts itself: it gave payments created \(span(question.window)), and "
                    + "then none",
                help: "Nothing of the answers was used. Try again later; if it stays, ask CCV.")
        case .tooManyRequests:
            return ServiceFault(
                .unavailable,
                "not all payments were found in \(client.settings.requestLimit) requests",
                help: "Nothing was used. Ask for a shorter time; if it stays, report it.")
        case .tooLong(let question):
            return ServiceFault(
                .notUnderstood,
                "CCV's answer for payments created \(span(question.window)) is longer than "
                    + "\(client.settings.answerLimit) bytes",
                help: "No shop has so many payments in so short a time. Is ccv.base_url right?")
        }
    }

    private func misread(_ message: String) -> ServiceFault {
        ServiceFault(
            .notUnderstood, message + ": createdAfter or createdBefore is ignored or misread",
            help: "Nothing was used. Try another value of ccv.timestamps (it is "
                + "\(client.settings.timestamps.rawValue)): ms, s or iso.")
    }

    private func span(_ window: ClosedRange<Int64>) -> String {
        let first = form.instant(ofTick: window.lowerBound).isoText
        let last = form.instant(ofTick: window.upperBound).isoText
        return "from \(first) to \(last)"
    }
}
