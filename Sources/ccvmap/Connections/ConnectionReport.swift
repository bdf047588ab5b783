import CCVClient
import RuleEngine
import SecretStore
import ServiceHTTP
import TwinfieldClient
import TwinfieldXML

/// How both services of a connection answer just now.
struct ConnectionReport {
    /// How one service answers.
    struct Line {
        var note: ConnectionStates.Note
        /// Why, in a sentence; empty when it is connected.
        var reason = ""
        /// What to do; empty when nothing needs to be done.
        var help = ""
    }

    let name: String
    let ccv: Line
    let twinfield: Line

    var isConnected: Bool {
        ccv.note.state == .connected && twinfield.note.state == .connected
    }

    /// Asks both services, and notes what they answer; rules that do not compile are told.
    init(of live: LiveConnection, states: inout ConnectionStates) async throws {
        try await self.init(of: live, states: &states) { try live.rules().office }
    }

    /// Asks both services for an office; without one Twinfield is left as it was noted.
    init(
        of live: LiveConnection, states: inout ConnectionStates, office: String?
    ) async throws {
        try await self.init(of: live, states: &states) {
            guard let office else {
                throw CommandFault.usage("the rules do not compile, so no office is known")
            }
            return office
        }
    }

    private init(
        of live: LiveConnection, states: inout ConnectionStates, _ office: () throws -> String
    ) async throws {
        name = live.name
        ccv = try await Self.ccv(live, &states)
        twinfield = try await Self.twinfield(live, &states, office)
    }

    private static func ccv(
        _ live: LiveConnection, _ states: inout ConnectionStates
    ) async throws -> Line {
        guard let key = try live.secret(.apiKey).flatMap({ APIKey($0.reveal()) }) else {
            return try notConnected(.ccv, live, &states)
        }
        do {
            _ = try await live.ccv(key: key).methods()
            let note = try states.note(
                .connected, of: .ccv, mode: key.mode.rawValue, for: live.name)
            return Line(note: note)
        } catch let fault as ServiceFault {
            let state: ConnectionStates.State = fault.kind == .refused ? .refused : .unreachable
            let note = try states.note(
                state, of: .ccv, mode: key.mode.rawValue, reason: fault.message, for: live.name)
            return Line(note: note, reason: fault.message, help: fault.help)
        }
    }

    private static func twinfield(
        _ live: LiveConnection, _ states: inout ConnectionStates, _ office: () throws -> String
    ) async throws -> Line {
        guard try live.secret(.tokens) != nil, try live.secret(.clientSecret) != nil else {
            return try notConnected(.twinfield, live, &states)
        }
        let office = try office()
        do {
            _ = try await live.twinfield(office: office).office()
            let note = try states.note(.connected, of: .twinfield, office: office, for: live.name)
            return Line(note: note)
        } catch let fault as ServiceFault {
            // A login that worked before has ended; one that never worked was refused.
            let before = states[live.name, .twinfield]?.state
            let wasConnected = before == .connected || before == .expired
            let state: ConnectionStates.State =
                switch fault.kind {
                case .refused: wasConnected ? .expired : .refused
                case .rejected: .refused
                default: .unreachable
                }
            let note = try states.note(
                state, of: .twinfield, office: office, reason: fault.message, for: live.name)
            return Line(note: note, reason: fault.message, help: fault.help)
        }
    }

    private static func notConnected(
        _ service: ConnectionStates.Service, _ live: LiveConnection,
        _ states: inout ConnectionStates
    ) throws -> Line {
        Line(
            note: try states.note(.notConnected, of: service, for: live.name),
            help: "ccvmap connect \(service.rawValue) --connection \(live.name)")
    }
}
