internal import ByteText
public import DomainModel

/// Whether the program does its work, and if not, why.
public struct Health: Sendable, Equatable {
    /// Something that a person must look at.
    public struct Reason: Sendable, Hashable {
        /// A word for programs: `ledger_unreadable`, `no_complete_fetch`, `last_run_failed` or
        /// `schedule_stands_still`.
        public var code: String
        /// The connection; nil when it is about all.
        public var connection: String?
        /// A sentence.
        public var text: String
    }

    /// For so long no complete fetch may succeed.
    public static let longestWithoutFetch = Duration.seconds(2 * 3600)

    /// Empty when all is well.
    public var reasons: [Reason]
    /// When this was found.
    public var at: Instant

    /// Judges a state.
    public init(of state: MonitoredState) {
        at = state.now
        reasons = []
        if let fault = state.ledgerFault {
            reasons.append(
                Reason(
                    code: "ledger_unreadable", text: "the ledger cannot be used: \(fault)"))
        }
        if !state.isAlive {
            reasons.append(
                Reason(
                    code: "schedule_stands_still", text: "the schedule is not looked at any more"))
        }
        for connection in state.connections {
            // What the ledger cannot tell is no second reason.
            if state.ledgerFault == nil { checkFetch(connection, state.now) }
            if connection.lastResult == "failed" || connection.lastResult == "incomplete" {
                reasons.append(
                    Reason(
                        code: "last_run_failed", connection: connection.name,
                        text: "the last run did not do everything: its log says why"))
            }
        }
    }

    private mutating func checkFetch(_ connection: MonitoredConnection, _ now: Instant) {
        let longest = Self.longestWithoutFetch.components.seconds * 1000
        if let last = connection.lastFetch {
            guard now.milliseconds - last.milliseconds > longest else { return }
            reasons.append(
                Reason(
                    code: "no_complete_fetch", connection: connection.name,
                    text: "no complete fetch since \(last.isoText)"))
        } else {
            reasons.append(
                Reason(
                    code: "no_complete_fetch", connection: connection.name,
                    text: "no complete fetch yet"))
        }
    }

    /// Whether all is well.
    public var isWell: Bool { reasons.isEmpty }

    /// One JSON object, with a line end.
    public var json: [UInt8] {
        var json = JSONWriter()
        json.beginObject()
        json.key("status")
        json.string(isWell ? "ok" : "failing")
        json.key("at")
        json.string(at.isoText)
        json.key("reasons")
        json.beginArray()
        for reason in reasons {
            json.beginObject()
            json.key("code")
            json.string(reason.code)
            json.key("connection")
            if let name = reason.connection { json.string(name) } else { json.null() }
            json.key("text")
            json.string(reason.text)
            json.endObject()
        }
        json.endArray()
        json.endObject()
        json.newline()
        return json.bytes
    }
}
