public import DomainModel

/// The codes of a second factor: six digits that change every thirty seconds (RFC 6238, RFC 4226).
///
/// HMAC-SHA-1 and six digits are what every authenticator app knows; the digest is given by who
/// calls, as the core has none.
public struct OneTimeCode: Sendable {
    /// So long a code stands.
    public static let stepMilliseconds: Int64 = 30_000
    /// A clock may be so many steps off, before and after.
    public static let window: Int64 = 1
    /// The bytes of a secret: as many as the digest has (RFC 4226, section 4, requirement 6).
    public static let secretBytes = 20

    private let digits: Int
    private let mac: @Sendable ([UInt8]) -> [UInt8]

    /// Takes HMAC-SHA-1 under the secret of a person: a message to twenty bytes.
    public init(digits: Int = 6, mac: @escaping @Sendable ([UInt8]) -> [UInt8]) {
        self.digits = digits
        self.mac = mac
    }

    /// The number of the thirty seconds in which a moment lies.
    public static func step(at now: Instant) -> Int64 { now.milliseconds / stepMilliseconds }

    /// The code of a step (RFC 4226, section 5.3).
    public func code(at step: Int64) -> String {
        let value = UInt64(bitPattern: step)
        let message = stride(from: 56, through: 0, by: -8).map {
            UInt8(truncatingIfNeeded: value >> $0)
        }
        let digest = mac(message)
        guard let last = digest.last, digest.count >= 20 else { return "" }
        let place = Int(last & 0x0F)
        let word = digest[place..<place + 4].reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
        let modulus = (0..<digits).reduce(UInt32(1)) { product, _ in product * 10 }
        let text = String((word & 0x7FFF_FFFF) % modulus)
        return String(repeating: "0", count: max(0, digits - text.count)) + text
    }

    /// The step whose code was typed; nil when there is none, or it was taken before.
    ///
    /// A code is taken once: only steps after `last` count. Spaces between the digits do no harm.
    public func step(of typed: String, at now: Instant, after last: Int64?) -> Int64? {
        let plain = Array(typed.utf8.filter { $0 != 0x20 })
        guard plain.count == digits else { return nil }
        let present = Self.step(at: now)
        var found: Int64?
        for step in present - Self.window...present + Self.window {
            let right = Array(code(at: step).utf8)
            // As long for a wrong one as for the right one.
            let difference = zip(plain, right).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) }
            if difference == 0, right.count == plain.count, step > last ?? .min { found = step }
        }
        return found
    }
}
