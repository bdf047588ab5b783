public import DomainModel

/// The Twinfield of the sandbox: the login service and the web services over one model of the
/// books.
///
/// A function of values: what it knows is the world, what it sees is one request. Shapes follow
/// the API reference to the element; guesses stand in docs/assumptions.md.
public struct TwinfieldService {
    /// Answers a request below `/auth/authentication/connect/` or `/webservices/`.
    public static func answer(
        _ request: WireRequest, world: inout World, now: Instant,
        random: inout some RandomNumberGenerator
    ) -> WireAnswer {
        if request.path.hasPrefix(LoginService.root) {
            return LoginService.answer(request, world: &world, now: now, random: &random)
        }
        // The servers behind the addresses tell no capitals from small letters.
        let path = request.path.lowercased()
        if path == DeletedTransactions.path {
            return DeletedTransactions.answer(request, world: world, now: now)
        }
        guard let service = ServiceDescription.all.first(where: { $0.path == path }) else {
            return WireAnswer(status: 404)
        }
        switch request.method {
        case "GET" where request.query.contains { $0.name.lowercased() == "wsdl" }:
            return ServiceWSDL.answer(service, baseURL: request.baseURL)
        case "POST": return call(service, request, world: &world, now: now)
        default: return WireAnswer(status: 405)
        }
    }

    private static func call(
        _ service: ServiceDescription, _ request: WireRequest, world: inout World, now: Instant
    ) -> WireAnswer {
        let language = world.twinfieldMood.language
        let call: SoapCall
        do throws(SoapCall.Problem) {
            call = try SoapCall(request, mood: world.twinfieldMood)
        } catch {
            return answer(to: error)
        }
        guard service.operations.contains(where: { $0.name == call.operation.name }) else {
            return answer(to: .actionUnknown(call.operation.name, call.version))
        }
        do throws(ServiceError) {
            try Gate.checkLogin(call.header, world: world, now: now)
            switch service.name {
            case "Finder": return try FinderService.answer(call, world: world)
            case "Matching": return try MatchingService.answer(call, world: &world, now: now)
            default: return try ProcessXmlService.answer(call, world: &world, now: now)
            }
        } catch {
            return SoapAnswer.error(error, call.version, language)
        }
    }

    /// What the framework answers before the service is reached (API reference, 2.4).
    static func answer(to problem: SoapCall.Problem) -> WireAnswer {
        switch problem {
        case .notSoap: return WireAnswer(status: 415)
        case .malformed: return WireAnswer(status: 400)
        case .actionUnknown(let action, let version):
            return SoapAnswer.fault(
                "Server did not recognize the value of HTTP Header SOAPAction: \(action).",
                isOfSender: true, detail: [], version, status: 500)
        }
    }
}
