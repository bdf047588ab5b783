internal import DomainModel
internal import ServiceHTTP
internal import TwinfieldXML

extension TwinfieldClient {
    /// Reads an answer of ProcessXml, asking again as often as the policy says.
    func read<Inner: AnswerReader & ~Copyable & SendableMetatype>(
        _ request: ReadRequest, limit: Int = 1 << 24, reader: @escaping @Sendable () -> Inner
    ) async throws(ServiceFault) -> Inner.Answer {
        let isOfficeNeeded = request != .offices
        let document: ProcessXMLDocument
        do throws(RequestFault) { document = try request.document() } catch {
            throw Self.unwritable(error)
        }
        return try await read(
            document, office: isOfficeNeeded ? settings.office : nil, limit: limit, reader: reader)
    }

    /// Reads an answer of ProcessXml, asking again as often as the policy says.
    func read<Inner: AnswerReader & ~Copyable & SendableMetatype>(
        _ document: ProcessXMLDocument, office: String?, limit: Int = 1 << 24,
        reader: @escaping @Sendable () -> Inner
    ) async throws(ServiceFault) -> Inner.Answer {
        try await read(Self.message(document, office: office, limit: limit, reader: reader))
    }

    /// Reads an answer, asking again as often as the policy says.
    func read<Reader: AnswerReader & ~Copyable & SendableMetatype, Value: Sendable>(
        _ message: Message<Reader>
    ) async throws(ServiceFault) -> Value where Reader.Answer == SOAPOutcome<Value> {
        do throws(ReadFailure) { return try await attempt(message, by: retrying) } catch {
            throw error.fault
        }
    }

    /// The message that carries a document to ProcessXml.
    static func message<Inner: AnswerReader & ~Copyable & SendableMetatype>(
        _ document: ProcessXMLDocument, office: String?, limit: Int = 1 << 24,
        reader: @escaping @Sendable () -> Inner
    ) -> Message<SOAPResultReader<Inner>> {
        Message(
            limit: limit, office: office, credits: document.isQuery ? 1 : 3,
            envelope: { (header) throws(RequestFault) in try .processXML(document, header) },
            reader: { SOAPResultReader(reader()) })
    }

    /// Reads an answer; the failure says whether the request itself may be the reason.
    func attempt<Reader: AnswerReader & ~Copyable & SendableMetatype, Value: Sendable>(
        _ message: Message<Reader>, by retrying: Retrying
    ) async throws(ReadFailure) -> Value where Reader.Answer == SOAPOutcome<Value> {
        var state = ReadingState()
        do throws(ServiceFault) {
            return try await retrying.run { () async throws(ServiceFault) in
                while true {
                    let (exchange, access): (Exchange<Value>, TokenKeeper.Access) =
                        try await exchange(message, insteadOf: state.refusedToken)
                    if let next = try await step(exchange, access, &state) { return next }
                }
            }
        } catch {
            throw ReadFailure(fault: error, isPerhapsTheRequest: state.isPerhapsTheRequest)
        }
    }

    /// What has happened so far in one read.
    private struct ReadingState {
        /// The token that was refused once; a second refusal is the end.
        var refusedToken: String?
        var isClusterAsked = false
        var isPerhapsTheRequest = false
    }

    /// What comes next; nil when another token, or another cluster, is tried at once.
    private func step<Value: Sendable>(
        _ exchange: Exchange<Value>, _ access: TokenKeeper.Access, _ state: inout ReadingState
    ) async throws(ServiceFault) -> Retrying.Attempt<Value>? {
        state.isPerhapsTheRequest = false
        switch exchange {
        case .answer(let value): return .done(value)
        case .fault(let fault): return try await step(fault, access, &state)
        case .accessRefused(let status, let fault):
            try useAnotherToken(status, fault, access, &state)
            return nil
        case .busy(let wait):
            let text = "Twinfield answers 429: too many requests"
            return .again(ServiceFault(.unavailable, text), after: wait)
        case .notUnderstood(let fault, let isWhole):
            let fault = ServiceFault(
                .notUnderstood, "the answer of Twinfield: \(shown(fault.message))",
                help: fault.help)
            guard isWhole else { return .again(fault) }
            state.isPerhapsTheRequest = true
            throw fault
        case .status(let status, let wait):
            state.isPerhapsTheRequest = [400, 500, 524].contains(status)
            let fault = Self.fault(ofStatus: status)
            guard status >= 500 else { throw fault }
            return .again(fault, after: wait)
        case .unsent(let fault):
            guard fault.isPassing else { throw Self.fault(of: fault) }
            // The host may have gone: the next attempt asks where the cluster is.
            await keeper.forgetCluster(access.cluster)
            return .again(Self.fault(of: fault))
        case .lost(let fault):
            state.isPerhapsTheRequest = fault.kind == .timedOut || fault.kind == .tooLong
            guard fault.isPassing else { throw Self.fault(of: fault) }
            return .again(Self.fault(of: fault))
        }
    }

    private func step<Value: Sendable>(
        _ fault: SOAPFault, _ access: TokenKeeper.Access, _ state: inout ReadingState
    ) async throws(ServiceFault) -> Retrying.Attempt<Value>? {
        let text = said(by: fault)
        switch FaultMeaning(fault) {
        case .tokenRefused:
            try useAnotherToken(401, fault, access, &state)
            return nil
        case .clusterMoved:
            let moved = ServiceFault(.unavailable, text)
            guard !state.isClusterAsked else { throw moved }
            state.isClusterAsked = true
            await keeper.forgetCluster(access.cluster)
            return nil
        case .accessDenied:
            throw ServiceFault(.refused, text, help: Self.rightsHelp(settings))
        case .requestRefused:
            state.isPerhapsTheRequest = true
            throw ServiceFault(.rejected, text)
        case .passing:
            state.isPerhapsTheRequest = true
            return .again(ServiceFault(.unavailable, text))
        }
    }

    /// Notes a first refusal of a token; a second one is the end.
    private func useAnotherToken(
        _ status: Int, _ fault: SOAPFault?, _ access: TokenKeeper.Access,
        _ state: inout ReadingState
    ) throws(ServiceFault) {
        guard state.refusedToken == nil else { throw accessRefused(status, fault) }
        state.refusedToken = access.token
    }
}
