import DomainModel

/// Reads currencies; nearly always it is the one that was read before.
struct CurrencyIntake {
    /// The decimals of an amount whose currency is not known.
    static let usualDigits = 2

    private var letters: (UInt8, UInt8, UInt8) = (0, 0, 0)
    private var last: (code: CurrencyCode, digits: Int) = (.absent, usualDigits)

    /// Reads three letters in either case; nil for anything else.
    @inline(__always)
    mutating func read(
        _ value: JSONValue, _ base: UnsafePointer<UInt8>, _ intake: inout TextIntake
    ) -> (code: CurrencyCode, digits: Int)? {
        intake.withBytes(value, base) { bytes in
            guard bytes.count == 3 else { return nil }
            if letters == (bytes[0], bytes[1], bytes[2]), last.code.isPresent { return last }
            guard let code = CurrencyCode(bytes) else { return nil }
            letters = (bytes[0], bytes[1], bytes[2])
            last = (code, code.minorDigits)
            return last
        }
    }
}
