/// CCV's error body: why a request was refused (API reference, section 2).
public struct ErrorRecord: Sendable, Hashable {
    /// The kind, such as `process_error`; empty when missing.
    public var type: String
    /// The sentence for a person; empty when missing.
    public var message: String
    /// The code, such as `refund_limit`; empty when missing.
    public var failureCode: String
    /// CCV's own number of the error, to quote to their helpdesk; no transaction id.
    public var reference: String
    /// The name of the parameter it is about; empty when missing.
    public var field: String

    /// Reads an error body; nil when it is no object of JSON, or says nothing.
    public init?(_ bytes: [UInt8]) {
        let texts = bytes.withUnsafeBufferPointer { Self.texts($0) }
        type = texts["type"] ?? ""
        message = texts["message"] ?? ""
        failureCode = texts["failureCode"] ?? ""
        reference = texts["reference"] ?? ""
        field = texts["field"] ?? ""
        if type.isEmpty, message.isEmpty, failureCode.isEmpty { return nil }
    }

    private static func texts(_ bytes: UnsafeBufferPointer<UInt8>) -> [String: String] {
        guard let base = bytes.baseAddress else { return [:] }
        var cursor = JSONCursor(base: base, end: bytes.count, isFinal: true, line: 1)
        var members: [JSONMember] = []
        do throws(JSONStop) {
            guard try cursor.nextByte() == UInt8(ascii: "{") else { return [:] }
            try cursor.members(depth: 0, into: &members)
        } catch {
            return [:]
        }
        return PaymentMethodRecord.fields(members, base).compactMapValues { value in
            guard value.isText else { return nil }
            return FoundText.excerpt(value.written(in: base), limit: 300)
        }
    }
}
