internal import FoundationEssentials

/// A value of JSON, for what has no type of its own: bodies at the admin address, fields of moods.
enum JSONTree: Sendable, Hashable, Codable {
    case null
    case bool(Bool)
    case integer(Int64)
    case number(Double)
    case text(String)
    case list([JSONTree])
    case object([String: JSONTree])

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            self = .null
        } else if let value = try? container.decode(Bool.self) {
            self = .bool(value)
        } else if let value = try? container.decode(Int64.self) {
            self = .integer(value)
        } else if let value = try? container.decode(Double.self) {
            self = .number(value)
        } else if let value = try? container.decode(String.self) {
            self = .text(value)
        } else if let value = try? container.decode([JSONTree].self) {
            self = .list(value)
        } else {
            self = .object(try container.decode([String: JSONTree].self))
        }
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .null: try container.encodeNil()
        case .bool(let value): try container.encode(value)
        case .integer(let value): try container.encode(value)
        case .number(let value): try container.encode(value)
        case .text(let value): try container.encode(value)
        case .list(let value): try container.encode(value)
        case .object(let value): try container.encode(value)
        }
    }

    /// Reads a document of JSON.
    init(document: [UInt8], named name: String) throws(SandboxFault) {
        do {
            self = try JSONDecoder().decode(JSONTree.self, from: Data(document))
        } catch {
            throw SandboxFault("\(name): this is no JSON: \(Self.words(of: error))")
        }
    }

    /// The document of a value: keys in order of the alphabet.
    static func document(of value: some Encodable, pretty: Bool = false) -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting =
            pretty
            ? [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
            : [.sortedKeys, .withoutEscapingSlashes]
        guard let data = try? encoder.encode(value) else { return Array("null".utf8) }
        return Array(data)
    }

    /// The tree of a value.
    init(of value: some Encodable) {
        let document = Self.document(of: value)
        self = (try? JSONDecoder().decode(JSONTree.self, from: Data(document))) ?? .null
    }

    /// The value of a type, when the tree has its shape.
    func decoded<Value: Decodable>(as type: Value.Type) throws -> Value {
        try JSONDecoder().decode(type, from: Data(Self.document(of: self)))
    }

    /// What a decoder says, in a sentence with the place.
    static func words(of error: any Error) -> String {
        guard let error = error as? DecodingError else { return "\(error)" }
        switch error {
        case .typeMismatch(_, let context), .valueNotFound(_, let context),
            .dataCorrupted(let context):
            return place(context) + context.debugDescription
        case .keyNotFound(let key, let context):
            return place(context) + "\"\(key.stringValue)\" is missing"
        @unknown default: return "\(error)"
        }
    }

    private static func place(_ context: DecodingError.Context) -> String {
        let steps = context.codingPath.map { $0.intValue.map { "[\($0)]" } ?? $0.stringValue }
        return steps.isEmpty ? "" : steps.joined(separator: ".") + ": "
    }
}
