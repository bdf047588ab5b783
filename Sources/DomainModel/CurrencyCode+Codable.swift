extension CurrencyCode: Codable {
    /// Reads three letters, or an empty text for none.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let code = text.isEmpty ? .absent : CurrencyCode(text.utf8) else {
            throw DecodingError.dataCorruptedError(
                in: container, debugDescription: "\"\(text)\" is not a currency (three letters)")
        }
        self = code
    }

    /// Writes three letters, or an empty text for none.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}
