public import DomainModel

/// A payment method of `GET /method`: its name and the brands it comes in.
public struct PaymentMethodRecord: Sendable, Hashable {
    /// The name, such as `card` or `ideal`.
    public var method: String
    /// The brands, such as `visa`; empty where the method has none.
    public var brands: [String]

    /// Makes a method.
    public init(method: String, brands: [String] = []) {
        self.method = method
        self.brands = brands
    }

    /// Reads the answer: a list of `{"method", "options": [{"brand"}]}`; options may be missing.
    public static func read(_ bytes: [UInt8]) throws(RecordFault) -> [PaymentMethodRecord] {
        let result = bytes.withUnsafeBufferPointer { buffer in
            Result { () throws(RecordFault) in
                guard let base = buffer.baseAddress, !buffer.isEmpty else {
                    throw RecordFault("the answer is empty (0 bytes), expected a list of methods")
                }
                var cursor = JSONCursor(base: base, end: buffer.count, isFinal: true, line: 1)
                do throws(JSONStop) {
                    return try methods(&cursor)
                } catch {
                    throw AnswerFault.located(error, cursor)
                }
            }
        }
        return try result.get()
    }

    private static func methods(
        _ cursor: inout JSONCursor
    ) throws(JSONStop) -> [PaymentMethodRecord] {
        var found: [PaymentMethodRecord] = []
        guard try cursor.nextByte() == UInt8(ascii: "[") else {
            throw cursor.stop(.listOrObjectExpected)
        }
        guard try cursor.enterList() else { return found }
        repeat {
            let fields = try objectFields(&cursor)
            guard let name = fields["method"], name.isText else {
                throw .malformed(.objectExpected)
            }
            var method = PaymentMethodRecord(method: text(name, cursor.base))
            if let options = fields["options"], options.kind == .list {
                var inner = cursor
                inner.position = options.start
                method.brands = try brands(&inner)
            }
            found.append(method)
        } while try cursor.nextElement()
        return found
    }

    private static func brands(_ cursor: inout JSONCursor) throws(JSONStop) -> [String] {
        var found: [String] = []
        guard try cursor.enterList() else { return found }
        repeat {
            let fields = try objectFields(&cursor)
            if let brand = fields["brand"], brand.isText { found.append(text(brand, cursor.base)) }
        } while try cursor.nextElement()
        return found
    }

    private static func objectFields(
        _ cursor: inout JSONCursor
    ) throws(JSONStop) -> [String: JSONValue] {
        guard try cursor.nextByte() == UInt8(ascii: "{") else { throw cursor.stop(.objectExpected) }
        var members: [JSONMember] = []
        try cursor.members(depth: 1, into: &members)
        return fields(members, cursor.base)
    }

    static func fields(
        _ members: [JSONMember], _ base: UnsafePointer<UInt8>
    ) -> [String: JSONValue] {
        var intake = TextIntake()
        return members.reduce(into: [:]) { fields, member in
            fields[intake.string(member.name, base)] = member.value
        }
    }

    private static func text(_ value: JSONValue, _ base: UnsafePointer<UInt8>) -> String {
        var intake = TextIntake()
        return intake.string(value, base)
    }
}
