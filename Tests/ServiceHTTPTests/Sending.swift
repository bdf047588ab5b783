import ServiceDoubles
import ServiceHTTP

/// What came of a request: the status and the whole body, or the fault.
struct Outcome: Equatable {
    var status: Int?
    var body = ""
    var fault: TransportFault.Kind?
    var message = ""
}

/// Sends a request and reads all of the answer.
func sent(
    _ request: ServiceRequest, over transport: NetworkTransport, limit: Int = 1 << 20
) async -> Outcome {
    var outcome = Outcome()
    do throws(TransportFault) {
        let answer = try await transport.send(request)
        outcome.status = answer.head.status
        outcome.body = String(decoding: try await answer.bytes(atMost: limit), as: UTF8.self)
    } catch {
        outcome.fault = error.kind
        outcome.message = error.message
    }
    return outcome
}

/// Asks a scripted server once; the time-out is long, as other tests may keep the machine busy.
func asked(
    _ request: ServiceRequest? = nil, timeout: Duration = .seconds(60),
    _ script: @escaping ScriptedServer.Script
) async throws -> Outcome {
    let server = try await ScriptedServer(script)
    let transport = try NetworkTransport(timeout: timeout)
    let outcome = await sent(request ?? ServiceRequest(url: server.url + "/x"), over: transport)
    await transport.shutdown()
    await server.shutdown()
    return outcome
}
