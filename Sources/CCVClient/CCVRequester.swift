internal import DomainModel
internal import RecordReading
internal import ServiceHTTP

/// Asks CCV one question: again as long as it may help, and in words when it does not.
struct CCVRequester: Sendable {
    /// What an answer came to.
    enum Answer: Sendable {
        /// The bytes of the body.
        case body([UInt8])
        /// The service does not know what was asked for; the fault, where that is one.
        case unknown(ServiceFault)
        /// The answer is longer than the limit; its beginning.
        case tooLong([UInt8])
    }

    private enum Outcome {
        case answer(Answer)
        case fault(CCVFaultWords.Verdict)
    }

    let settings: CCVSettings
    let key: APIKey
    let transport: ReadOnlyTransport
    let retrying: Retrying

    /// Asks, and makes a value of the answer.
    ///
    /// A `RecordFault` of `read` counts as a broken answer, which may be whole the next time; a
    /// failure that it gives is final.
    func ask<Value: Sendable>(
        _ path: String, _ query: [(name: String, value: String)] = [],
        _ read: (Answer) throws(RecordFault) -> Result<Value, ServiceFault>
    ) async throws(ServiceFault) -> Value {
        let words = CCVFaultWords(settings, path)
        let url = settings.baseURL + path + QueryText.joined(query)
        return try await retrying.run { () async throws(ServiceFault) in
            let answer: Answer
            switch await outcome(url, words) {
            case .answer(let given): answer = given
            case .fault(.final(let fault)): throw fault
            case .fault(.passing(let fault, let wait)): return .again(fault, after: wait)
            }
            let result: Result<Value, ServiceFault>
            do throws(RecordFault) {
                result = try read(answer)
            } catch {
                return .again(words.unreadable(error))
            }
            return .done(try result.get())
        }
    }

    private func outcome(_ url: String, _ words: CCVFaultWords) async -> Outcome {
        do throws(TransportFault) {
            let headers = [("authorization", key.authorization), ("accept", "application/json")]
            let reply = try await transport.get(url, headers: headers)
            if (200..<300).contains(reply.head.status) {
                return .answer(try await whole(reply))
            }
            let start = await reply.start(atMost: 16 << 10)
            if words.isUnknown(reply.head, start) {
                return .answer(.unknown(words.notFound(start)))
            }
            return .fault(words.refusal(reply.head, start))
        } catch {
            return .fault(words.broken(error))
        }
    }

    private func whole(_ reply: ServiceAnswer) async throws(TransportFault) -> Answer {
        var bytes: [UInt8] = []
        var iterator = reply.body.makeAsyncIterator()
        while let piece = try await iterator.next(isolation: #isolation) {
            bytes += piece
            if bytes.count > settings.answerLimit { return .tooLong(bytes) }
        }
        return .body(bytes)
    }
}
