import ConfigurationReading
import DomainModel
import FoundationEssentials

/// How each connection was when it was last tried, and since when it is like that.
///
/// A small file beside the database: nothing in it is secret, and without it only "since" is lost.
struct ConnectionStates {
    /// One of the two services.
    enum Service: String, Codable {
        case ccv, twinfield
    }

    /// How a service answered.
    enum State: String, Codable {
        /// It answers, and lets us in.
        case connected
        /// It let us in before, and does not any more: connect again.
        case expired
        /// It does not let us in.
        case refused
        /// It does not answer.
        case unreachable
        /// Nobody connected it yet.
        case notConnected = "not_connected"
    }

    /// What is known of a service.
    struct Note: Codable {
        var state: State
        /// ISO 8601, in UTC.
        var since: String
        /// `live` or `test`, of CCV.
        var mode: String?
        /// The office, of Twinfield.
        var office: String?
        /// Why it is not connected, in a sentence without secrets; nil when nothing was said.
        var reason: String?
    }

    private let path: String
    private var notes: [String: [String: Note]]

    /// Reads what was noted before; a file that cannot be understood counts as none.
    init(_ configuration: Configuration) throws {
        let folder = FilePlace.folder(of: configuration.database)
        path = (folder.isEmpty ? "." : folder) + "/ccvmap.connections.json"
        notes = Self.read(path)
    }

    private static func read(_ path: String) -> [String: [String: Note]] {
        let bytes = (try? Data(contentsOf: URL(filePath: path))) ?? Data()
        return (try? JSONDecoder().decode([String: [String: Note]].self, from: bytes)) ?? [:]
    }

    subscript(connection: String, service: Service) -> Note? {
        notes[connection]?[service.rawValue]
    }

    /// Notes how a service answered just now; "since" stays when nothing changed.
    @discardableResult
    mutating func note(
        _ state: State, of service: Service, mode: String? = nil, office: String? = nil,
        reason: String? = nil, for connection: String
    ) throws -> Note {
        // Another process may have noted something since.
        notes = Self.read(path)
        let before = self[connection, service]
        let since = before?.state == state ? before?.since : nil
        let note = Note(
            state: state, since: since ?? AsOf.now.isoText, mode: mode ?? before?.mode,
            office: office ?? before?.office, reason: reason)
        notes[connection, default: [:]][service.rawValue] = note
        try write()
        return note
    }

    /// Forgets a service.
    mutating func forget(_ service: Service, of connection: String) throws {
        notes[connection]?[service.rawValue] = nil
        try write()
    }

    private func write() throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
        let file = try OutputFile(path: path)
        try file.write(Array(try encoder.encode(notes)) + [0x0A])
        try file.finish()
        try file.commit()
    }
}
