/// What carries requests to the services: the network, or a double in a test.
public protocol ServiceTransport: Sendable {
    /// Sends a request once, and gives the answer when its head is there; never asks again.
    func send(_ request: ServiceRequest) async throws(TransportFault) -> ServiceAnswer
}

/// A transport that can only read: there is no way to change anything through it.
public struct ReadOnlyTransport: Sendable {
    private let transport: any ServiceTransport

    /// Takes the reading part of a transport.
    public init(_ transport: any ServiceTransport) { self.transport = transport }

    /// Asks for what stands at an address, once.
    public func get(
        _ url: String, headers: [(String, String)] = []
    ) async throws(TransportFault) -> ServiceAnswer {
        try await transport.send(ServiceRequest(.get, url: url, headers: headers))
    }
}
