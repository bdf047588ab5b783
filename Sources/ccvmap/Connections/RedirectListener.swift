import Glibc
import NIOCore
import ServiceHTTP

/// Waits on the redirect address, on this machine only, until Twinfield sends the browser there.
struct RedirectListener: Sendable {
    /// Another program listens there already.
    struct PortInUse: Error {
        /// What a person reads who waits for nothing else.
        var fault: CommandFault
    }

    private let server: RedirectServer

    /// A browser that came back, and what it is shown.
    private struct Visit: Sendable {
        let address: String
        let answer: @Sendable (RedirectPage) -> Void
    }

    init(_ redirectURI: String) throws {
        guard let server = RedirectServer(redirectURI) else {
            throw CommandFault.usage(
                "twinfield.redirect_uri is not an http address of this machine, so nothing can wait"
                    + " on it here: \(TerminalCell.clean(redirectURI))",
                help: "add  --no-listen  and paste the address on which the browser ends")
        }
        self.server = server
    }

    /// Listens, says when it is ready, and gives each visit to the login until one ends it.
    ///
    /// A visit that belongs to another login is told so, and the waiting goes on. Throws
    /// `PortInUse` when another program listens there.
    func wait<Value: Sendable>(
        seconds: Int, whenReady: @escaping @Sendable () throws -> Void,
        login: @escaping @Sendable (String) async throws -> Value
    ) async throws -> Value {
        let (visits, continuation) = AsyncStream.makeStream(of: Visit.self)
        let (ready, readiness) = AsyncStream.makeStream(of: Void.self)
        return try await withThrowingTaskGroup(of: Value?.self) { group in
            group.addTask {
                do {
                    try await server.run(onReady: { readiness.yield() }) { address in
                        await Self.page(address, of: continuation).response
                    }
                } catch let error as IOError {
                    throw portFault(error)
                }
                return nil
            }
            group.addTask {
                for await _ in ready { break }
                // The waiting also ends when nothing can listen: then nothing is ready.
                try Task.checkCancellation()
                try whenReady()
                return nil
            }
            group.addTask {
                try await Task.sleep(for: .seconds(seconds))
                throw CommandFault.failed(
                    "nobody came back from Twinfield within \(seconds) seconds",
                    help: "start again, or add  --wait SECONDS")
            }
            group.addTask {
                for await visit in visits {
                    if let value = try await settle(visit, login) { return value }
                }
                return nil
            }
            defer { group.cancelAll() }
            while let value = try await group.next() {
                if let value { return value }
            }
            throw CommandFault.failed("stopped before Twinfield sent the browser back")
        }
    }

    /// Ends a visit; nil when it was not for this login.
    private func settle<Value: Sendable>(
        _ visit: Visit, _ login: @Sendable (String) async throws -> Value
    ) async throws -> Value? {
        do {
            let value = try await login(visit.address)
            visit.answer(.connected)
            // The page should be on its way before the server ends.
            try await Task.sleep(for: .milliseconds(200))
            return value
        } catch let fault as ServiceFault {
            visit.answer(.failed)
            Console.error("ccvmap: \(fault.message)")
            if fault.kind == .rejected || fault.kind == .notUnderstood { return nil }
            try await Task.sleep(for: .milliseconds(200))
            throw fault
        }
    }

    private func portFault(_ error: IOError) -> any Error {
        let isInUse = error.errnoCode == EADDRINUSE
        let fault = CommandFault.failed(
            "cannot listen on \(server.host):\(server.port): "
                + (isInUse ? "it is in use" : "refused"),
            help: "stop what uses the port, or add  --no-listen")
        return isInUse ? PortInUse(fault: fault) : fault
    }

    private static func page(
        _ address: String, of visits: AsyncStream<Visit>.Continuation
    ) async -> RedirectPage {
        await withCheckedContinuation { reply in
            let visit = Visit(address: address, answer: { reply.resume(returning: $0) })
            if case .enqueued = visits.yield(visit) { return }
            reply.resume(returning: .failed)
        }
    }
}
