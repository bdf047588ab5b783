internal import DomainModel
internal import ServiceHTTP
internal import TwinfieldXML

/// A message and what reads its answer.
struct Message<Reader: AnswerReader & ~Copyable & SendableMetatype>: Sendable {
    /// The longest answer that is read: browse answers are long, and streamed.
    var limit = 1 << 24
    /// The administration of the header; nil only for the list of administrations.
    var office: String?
    /// What it costs (API reference, 7).
    var credits: Int
    /// Writes the envelope.
    var envelope: @Sendable (SOAPHeader) throws(RequestFault) -> SOAPRequest
    /// Makes what reads the whole answer.
    var reader: @Sendable () -> Reader
}

extension TwinfieldClient {
    /// Waits for its turn, sends a message once, and reads the answer as it comes.
    ///
    /// Throws when there is no token, or when the message cannot be written: nothing was sent.
    func exchange<Reader: AnswerReader & ~Copyable & SendableMetatype, Value: Sendable>(
        _ message: Message<Reader>, insteadOf refused: String?
    ) async throws(ServiceFault) -> (Exchange<Value>, TokenKeeper.Access)
    where Reader.Answer == SOAPOutcome<Value> {
        try await queue.enter(cost: message.credits)
        do throws(ServiceFault) {
            let access = try await keeper.access(insteadOf: refused)
            redaction = access.redaction
            let exchange: Exchange<Value> = try await send(message, access)
            if case .accessRefused(401, _) = exchange, refused == nil {
                // Before the next in the queue tries the same token.
                await keeper.refuse(access.token)
            }
            await queue.leave()
            return (exchange, access)
        } catch {
            await queue.leave()
            throw error
        }
    }

    private func send<Reader: AnswerReader & ~Copyable & SendableMetatype, Value: Sendable>(
        _ message: Message<Reader>, _ access: TokenKeeper.Access
    ) async throws(ServiceFault) -> Exchange<Value>
    where Reader.Answer == SOAPOutcome<Value> {
        let envelope: SOAPRequest
        do throws(RequestFault) {
            envelope = try message.envelope(
                SOAPHeader(accessToken: access.token, office: message.office))
        } catch {
            throw ServiceFault(.rejected, "Twinfield would not take this: \(error.message)")
        }
        let request = ServiceRequest(
            .post(contentType: SOAPRequest.contentType, body: envelope.body),
            url: access.cluster + envelope.path, headers: [("SOAPAction", envelope.action)])
        let answer: ServiceAnswer
        do throws(TransportFault) {
            answer = try await transport.send(request)
        } catch {
            return error.isSurelyUnsent ? .unsent(error) : .lost(error)
        }
        await queue.hear(answer.head)
        if let date = answer.head["date"].flatMap(HTTPDate.instant) { lastServerDate = date }
        let isWanted = answer.head.status == 200
        let limit = isWanted ? message.limit : 1 << 18
        let read: Exchange<Value> = await Self.read(answer, message.reader(), atMost: limit)
        return Self.judged(answer.head, read)
    }

    /// What the status makes of what was read.
    private static func judged<Value: Sendable>(
        _ head: AnswerHead, _ read: Exchange<Value>
    ) -> Exchange<Value> {
        switch (head.status, read) {
        case (200, _): return read
        case (401, .fault(let fault)), (403, .fault(let fault)):
            return .accessRefused(status: head.status, fault)
        case (401, _), (403, _): return .accessRefused(status: head.status, nil)
        case (429, _): return .busy(after: head.retryAfter)
        case (300..<400, _): return .status(head.status, after: nil)
        case (_, .fault): return read
        default: return .status(head.status, after: head.retryAfter)
        }
    }

    private static func read<Reader: AnswerReader & ~Copyable & SendableMetatype, Value: Sendable>(
        _ answer: ServiceAnswer, _ reader: consuming Reader, atMost limit: Int
    ) async -> Exchange<Value> where Reader.Answer == SOAPOutcome<Value> {
        var pieces = answer.body.makeAsyncIterator()
        var tail = EnvelopeTail()
        var count = 0
        var faultAt = 0
        var fault: RecordFault?
        do throws(TransportFault) {
            while let piece = try await pieces.next(isolation: #isolation) {
                count += piece.count
                guard count <= limit else {
                    return .lost(
                        TransportFault(.tooLong, "the answer is longer than \(limit >> 20) MiB"))
                }
                tail.note(piece)
                guard fault != nil else {
                    fault = feed(piece, to: &reader)
                    faultAt = count
                    continue
                }
                // So much after the place of the fault: it is not that the answer broke off there.
                if let fault, count > faultAt + 1 << 20 {
                    return .notUnderstood(fault, isWhole: true)
                }
            }
        } catch {
            return .lost(error)
        }
        if let fault { return .notUnderstood(fault, isWhole: tail.isWhole) }
        do throws(RecordFault) {
            switch try reader.finish() {
            case .answer(let value): return .answer(value)
            case .fault(let fault): return .fault(fault)
            }
        } catch {
            return .notUnderstood(error, isWhole: tail.isWhole)
        }
    }

    private static func feed<Reader: AnswerReader & ~Copyable & SendableMetatype>(
        _ piece: [UInt8], to reader: inout Reader
    ) -> RecordFault? {
        do throws(RecordFault) {
            try piece.withUnsafeBufferPointer { (bytes) throws(RecordFault) in
                try reader.feed(UnsafeRawBufferPointer(bytes))
            }
            return nil
        } catch {
            return error
        }
    }
}
