public import DomainModel
public import ServiceHTTP
public import TwinfieldXML

extension TwinfieldClient {
    /// Reads an entry back.
    ///
    /// The answer is `found` or `missing`, with what Twinfield says; anything else is a fault.
    public func transaction(
        code: String, number: String
    ) async throws(ServiceFault) -> TransactionAnswer {
        let request = ReadRequest.transaction(office: settings.office, code: code, number: number)
        let answer = try await read(request) { TransactionReader(code: code, number: number) }
        switch answer {
        case .found(let entry):
            if let other = try await otherOffice(entry.office) {
                throw ServiceFault(
                    .notUnderstood,
                    "asked for an entry of \(settings.office), Twinfield answers with one of "
                        + other)
            }
        case .missing: break
        case .notUnderstood(let why):
            throw ServiceFault(
                .notUnderstood, "the entry \(code) \(number): \(shown(why))")
        }
        return answer
    }

    /// The entries that were deleted between two days, of one daybook or of all.
    ///
    /// Not every user may ask this; then it throws.
    public func deletedEntries(
        daybook: String?, from: CalendarDate, to: CalendarDate
    ) async throws(ServiceFault) -> [DeletedTransaction] {
        let office = settings.office
        let message = Message(
            office: office, credits: 1,
            envelope: { (header) throws(RequestFault) in
                try .deletedTransactions(
                    office: office, daybook: daybook, from: from, to: to, header)
            },
            reader: { DeletedTransactionsReader() })
        do throws(ReadFailure) {
            let all: [DeletedTransaction] = try await attempt(message, by: shortRetrying)
            // The service may pass over its arguments.
            return all.filter { entry in
                daybook.map { TwinfieldCode.isSame(entry.daybook, $0) } ?? true
            }
        } catch {
            throw error.fault
        }
    }

    /// Sends one entry, once; `document` is what `MemoWriter` wrote.
    ///
    /// The answer must be about an entry of the daybook and, when it shows descriptions, hold the
    /// reference in one of them: else nobody knows what became of this one. Throws only when it is
    /// certain that nothing was booked.
    public func post(
        _ document: [UInt8], daybook: String, reference: String
    ) async throws(ServiceFault) -> PostResult {
        let message = Self.message(
            ProcessXMLDocument(entries: document), office: settings.office,
            reader: { PostReader() })
        let written: Written<PostAnswers> = try await write(message)
        switch written {
        case .answer(let answers): return await posted(answers.only, daybook, reference)
        case .refused(let messages): return .refused(messages)
        case .unknown(let why): return .unknown(why)
        }
    }

    private func posted(
        _ answer: PostAnswer, _ daybook: String, _ reference: String
    ) async -> PostResult {
        switch answer {
        case .refused(let messages): return .refused(withReason(messages))
        case .notUnderstood(let why): return .unknown(shown(why))
        case .booked(let entry):
            guard TwinfieldCode.isSame(entry.code, daybook) else {
                return .unknown("the answer is about an entry of daybook \(entry.code)")
            }
            let texts = entry.lines.map(\.description).filter { !$0.isEmpty }
            guard texts.isEmpty || texts.contains(where: { $0.contains(reference) }) else {
                return .unknown("the answer is about an entry without \(reference)")
            }
            do throws(ServiceFault) {
                if let other = try await otherOffice(entry.office) {
                    return .unknown("the answer is about an entry of administration \(other)")
                }
            } catch {
                return .unknown("the answer names the administration \(entry.office)")
            }
            var warnings = entry.warnings.map(\.text)
            if !entry.office.isEmpty, !TwinfieldCode.isSame(entry.office, settings.office) {
                warnings.append(
                    "Twinfield calls the administration \(entry.office), not \(settings.office)")
            }
            return .booked(entry, warnings: warnings)
        }
    }

    /// Reconciles lines, once; throws only when it is certain that nothing was.
    ///
    /// Before a second time the open amounts must be read: a part could be reconciled twice.
    public func match(_ set: MatchSet) async throws(ServiceFault) -> MatchResult {
        let currency = set.currency
        let document: ProcessXMLDocument
        do throws(RequestFault) { document = try MatchSetWriter.document(set) } catch {
            throw Self.unwritable(error)
        }
        let message = Self.message(
            document, office: settings.office, reader: { MatchReader(currency: currency) })
        let written: Written<MatchAnswers> = try await write(message)
        switch written {
        case .answer(let answers):
            switch answers.only {
            case .matched(let matched): return MatchEcho(set).result(matched)
            case .refused(let messages): return .refused(withReason(messages))
            case .notUnderstood(let why): return .unknown(shown(why))
            }
        case .refused(let messages): return .refused(messages)
        case .unknown(let why): return .unknown(why)
        }
    }

    /// Undoes a match of a customer, once; throws only when it is certain that nothing was done.
    public func undoMatch(
        customer: String, matchNumber: Int
    ) async throws(ServiceFault) -> UndoResult {
        let office = settings.office
        let message = Message(
            office: office, credits: 3,
            envelope: { (header) throws(RequestFault) in
                try .undoMatch(
                    office: office, customer: customer, matchNumber: matchNumber, header)
            },
            reader: { UndoMatchReader() })
        let written: Written<[ServiceMessage]> = try await write(message)
        switch written {
        case .answer(let messages):
            let errors = messages.filter(\.isError)
            if errors.isEmpty { return .undone }
            return .refused(shown(errors.map { TwinfieldMessage("\($0.code) \($0.text)") }))
        case .refused(let messages): return .refused(messages)
        case .unknown(let why): return .unknown(why)
        }
    }

    /// The administration that an answer names, when it is another one of this user.
    ///
    /// A name that is no administration at all is another form of ours (API reference, 10, row 18).
    private func otherOffice(_ name: String) async throws(ServiceFault) -> String? {
        if name.isEmpty || TwinfieldCode.isSame(name, settings.office) { return nil }
        var known = knownOffices
        if known == nil { known = try await offices() }
        return known?.contains { TwinfieldCode.isSame($0.code, name) } == true ? name : nil
    }

    private func withReason(_ messages: [TwinfieldMessage]) -> [TwinfieldMessage] {
        messages.isEmpty ? [TwinfieldMessage("Twinfield gives no reason")] : shown(messages)
    }
}
