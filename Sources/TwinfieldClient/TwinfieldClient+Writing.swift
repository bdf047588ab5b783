internal import DomainModel
internal import ServiceHTTP
internal import TwinfieldXML

/// What became of something that changes the books.
enum Written<Value: Sendable>: Sendable {
    /// Twinfield's answer, read to its end.
    case answer(Value)
    /// Twinfield refused the whole request: nothing was changed.
    case refused([TwinfieldMessage])
    /// It was sent, and nobody knows what became of it.
    case unknown(String)
}

extension TwinfieldClient {
    /// Sends something that changes the books, once.
    ///
    /// It is sent again only when it is certain that Twinfield did not look at it: no connection
    /// came about, 429, or 401 and 403, these once and after a refresh (API reference, 10, rows 3,
    /// 22, 23 and 24). Throws only when that is so at the end too: nothing was changed.
    func write<Reader: AnswerReader & ~Copyable & SendableMetatype, Value: Sendable>(
        _ message: Message<Reader>
    ) async throws(ServiceFault) -> Written<Value> where Reader.Answer == SOAPOutcome<Value> {
        var refused: String?
        return try await retrying.run { () async throws(ServiceFault) in
            var (exchange, access): (Exchange<Value>, TokenKeeper.Access) =
                try await exchange(message, insteadOf: refused)
            if case .accessRefused = exchange, refused == nil {
                refused = access.token
                (exchange, access) = try await self.exchange(message, insteadOf: refused)
            }
            switch exchange {
            case .answer(let value): return .done(.answer(value))
            case .fault(let fault): return .done(await written(fault, access))
            case .accessRefused(let status, let fault):
                throw accessRefused(status, fault)
            case .busy(let wait):
                let text = "Twinfield answers 429: too many requests"
                return .again(ServiceFault(.unavailable, text), after: wait)
            case .unsent(let fault):
                guard fault.isPassing else { throw Self.fault(of: fault) }
                await keeper.forgetCluster(access.cluster)
                return .again(Self.fault(of: fault))
            case .lost(let fault): return .done(.unknown(fault.message))
            case .status(let status, _): return .done(.unknown("Twinfield answers \(status)"))
            case .notUnderstood(let fault, _):
                return .done(.unknown("the answer: \(shown(fault.message))"))
            }
        }
    }

    private func written<Value: Sendable>(
        _ fault: SOAPFault, _ access: TokenKeeper.Access
    ) async -> Written<Value> {
        if FaultMeaning(fault) == .clusterMoved { await keeper.forgetCluster(access.cluster) }
        let text = said(by: fault)
        return fault.saysNothingWasDone
            ? .refused([TwinfieldMessage(text, path: "Fault")]) : .unknown(text)
    }
}
