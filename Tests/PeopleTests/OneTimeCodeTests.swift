import Crypto
import DomainModel
import People
import Testing

@Suite("Codes of the second step")
struct OneTimeCodeTests {
    static let secret = Array("12345678901234567890".utf8)

    static func codes(_ digits: Int) -> OneTimeCode {
        OneTimeCode(digits: digits) { message in
            Array(
                HMAC<Insecure.SHA1>.authenticationCode(
                    for: message, using: SymmetricKey(data: secret)))
        }
    }

    static func at(_ seconds: Int64) -> Instant { Instant(milliseconds: seconds * 1000) }

    @Test(
        "The codes are those of RFC 6238, appendix B",
        arguments: [
            (59, "94287082"), (1_111_111_109, "07081804"), (1_111_111_111, "14050471"),
            (1_234_567_890, "89005924"), (2_000_000_000, "69279037"),
            (20_000_000_000, "65353130"),
        ] as [(Int64, String)])
    func ofTime(seconds: Int64, code: String) {
        let codes = Self.codes(8)
        #expect(codes.code(at: OneTimeCode.step(at: Self.at(seconds))) == code)
        #expect(codes.step(of: code, at: Self.at(seconds), after: nil) == seconds / 30)
    }

    @Test(
        "The codes are those of RFC 4226, appendix D",
        arguments: zip(
            Int64(0)...9,
            [
                "755224", "287082", "359152", "969429", "338314", "254676", "287922", "162583",
                "399871", "520489",
            ]))
    func ofCounter(step: Int64, code: String) {
        #expect(Self.codes(6).code(at: step) == code)
    }

    @Test("A code counts a step before and after its own, and no further")
    func window() {
        let codes = Self.codes(6)
        for distance in Int64(-3)...3 {
            let typed = codes.code(at: 100 + distance)
            let isTaken = codes.step(of: typed, at: Self.at(3_000), after: nil) != nil
            #expect(isTaken == (abs(distance) <= 1), "\(distance)")
        }
    }

    @Test("A code is taken once, and none before it any more")
    func once() {
        let codes = Self.codes(6)
        for last in Int64(98)...102 {
            let typed = codes.code(at: 100)
            let step = codes.step(of: typed, at: Self.at(3_000), after: last)
            #expect(step == (last < 100 ? 100 : nil))
        }
    }

    @Test(
        "Nothing but six digits is a code",
        arguments: ["", "1", "12345", "1234567", "abcdef", "      ", "１２３４５６", "-12345"])
    func others(typed: String) {
        #expect(Self.codes(6).step(of: typed, at: Self.at(3_000), after: nil) == nil)
    }

    @Test("A code may be typed in groups")
    func groups() {
        let codes = Self.codes(6)
        let code = codes.code(at: 100)
        let typed = code.prefix(3) + " " + code.suffix(3)
        #expect(codes.step(of: String(typed), at: Self.at(3_000), after: nil) == 100)
    }

    @Test(
        "Base32 is that of RFC 4648, section 10, without its padding",
        arguments: [
            ("", ""), ("f", "MY"), ("fo", "MZXQ"), ("foo", "MZXW6"), ("foob", "MZXW6YQ"),
            ("fooba", "MZXW6YTB"), ("foobar", "MZXW6YTBOI"),
        ])
    func base32(text: String, expected: String) {
        #expect(Base32.text(Array(text.utf8)) == expected)
        #expect(Base32.groups("ABCDEFGHI") == "ABCD EFGH I")
    }
}
