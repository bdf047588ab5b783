internal import DomainModel
internal import HummingbirdCore
internal import Logging
internal import NIOCore
internal import NIOPosix
internal import ServiceLifecycle
internal import UnixSignals

/// A running sandbox: CCV, Twinfield and the admin address on one port of 127.0.0.1.
public struct SandboxServer: Sendable {
    private let options: SandboxOptions
    private let opened: OpenedSandbox
    private let say: @Sendable (String) -> Void

    /// Opens the state; `say` gets what a person should know, a sentence at a time.
    public init(
        _ options: SandboxOptions, say: @escaping @Sendable (String) -> Void = { _ in }
    ) throws(SandboxFault) {
        self.options = options
        self.say = say
        opened = try OpenedSandbox(options, say: say)
    }

    /// Listens until it is told to end, by a signal or by the end of its task.
    ///
    /// `onReady` is called once, when requests are taken.
    public func run(onReady: @escaping @Sendable (SandboxAddresses) -> Void) async throws {
        let logger = Logger(label: "sandbox") { _ in SwiftLogNoOpLogHandler() }
        let engine = opened.makeEngine()
        let end = SandboxEnd()
        let responder = SandboxResponder(engine: engine, end: end)
        let identity = opened.identity
        let office = opened.office
        let server = HTTPServerBuilder { responder in SandboxChannel(responder: responder) }
        let service: any Service
        service = try server.buildServer(
            configuration: ServerConfiguration(
                address: .hostname("127.0.0.1", port: options.port)),
            eventLoopGroup: MultiThreadedEventLoopGroup.singleton, logger: logger,
            responder: { request, writer, channel in
                try await responder.respond(to: request, by: writer, on: channel)
            },
            onServerRunning: { channel in
                let port = channel.localAddress?.port ?? 0
                onReady(SandboxAddresses(port: port, identity: identity, office: office))
            })
        var configuration = ServiceGroupConfiguration(
            services: [service],
            gracefulShutdownSignals: options.endsOnSignals ? [.sigterm, .sigint] : [],
            logger: logger)
        // A slow answer does not keep the program from ending: what was handled is on the disk.
        configuration.maximumGracefulShutdownDuration = .seconds(1)
        let group = ServiceGroup(configuration: configuration)
        await end.set { await group.triggerGracefulShutdown() }
        do {
            try await group.run()
        } catch is CancellationError {
            // Ended by its task, or by a signal while an answer was slow.
        } catch {
            await engine.end()
            throw listeningFault(error)
        }
        await engine.end()
        if let fault = await end.fault { throw fault }
    }

    private func listeningFault(_ error: any Error) -> any Error {
        guard let error = error as? IOError else { return error }
        return SandboxFault(
            "127.0.0.1:\(options.port): cannot listen: \(error)",
            help: "another program has this port: name another one with --port, or 0 for any")
    }
}

/// Ends the server, for a reason.
actor SandboxEnd {
    /// Why it had to end; nil when it was asked to.
    private(set) var fault: SandboxFault?
    private var action: (@Sendable () async -> Void)?

    /// Takes what ends the server.
    func set(_ action: @escaping @Sendable () async -> Void) { self.action = action }

    /// Ends the server because of a fault.
    func end(with fault: SandboxFault) async {
        if self.fault == nil { self.fault = fault }
        await action?()
    }
}
