/// An ISO 4217 currency in upper case, packed into an integer so that it compares in one step.
public struct CurrencyCode: Sendable, Hashable {
    /// Three letters, eight bits each; 0 when there is none.
    public let packed: UInt32

    /// The currency that is not given.
    public static let absent = CurrencyCode(packed: 0)
    /// The euro.
    public static let eur = CurrencyCode(packed: 0x45_55_52)

    private init(packed: UInt32) { self.packed = packed }

    /// Reads three letters in either case; nil for anything else.
    public init?(_ text: some Sequence<UInt8>) {
        var value: UInt32 = 0
        var count = 0
        for byte in text {
            let upper = byte & 0xDF
            guard (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(upper), byte >= 0x41, count < 3
            else { return nil }
            value = value << 8 | UInt32(upper)
            count += 1
        }
        guard count == 3 else { return nil }
        packed = value
    }

    /// Whether there is a currency.
    public var isPresent: Bool { packed != 0 }

    /// How many digits stand behind the decimal point (ISO 4217; 2 unless named here).
    public var minorDigits: Int {
        if self == .eur { return 2 }
        switch text {
        case "BIF", "CLP", "DJF", "GNF", "ISK", "JPY", "KMF", "KRW", "PYG", "RWF", "UGX", "UYI",
            "VND", "VUV", "XAF", "XOF", "XPF":
            return 0
        case "BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND": return 3
        default: return 2
        }
    }

    /// Three upper-case letters, or nothing.
    public var text: String {
        guard isPresent else { return "" }
        let bytes = [UInt8(packed >> 16 & 0xFF), UInt8(packed >> 8 & 0xFF), UInt8(packed & 0xFF)]
        return String(decoding: bytes, as: UTF8.self)
    }
}
