import DomainModel
import Testing

@Suite("Amounts are read from digits")
struct MinorUnitsTests {
    @Test(
        "Plain decimals are exact",
        arguments: [
            ("28.2", 2, 2820), ("0.1", 2, 10), ("9.99", 2, 999), ("1", 2, 100), ("0", 2, 0),
            ("-50.00", 2, -5000), ("92233720368547758.07", 2, Int64.max), ("100", 0, 100),
            ("1.234", 3, 1234),
        ] as [(String, Int, Int64)])
    func read(text: String, digits: Int, expected: Int64) throws {
        #expect(try MinorUnits.parse(text, digits: digits) == expected)
    }

    @Test(
        "Anything else is refused, and says why",
        arguments: [
            ("1e2", .malformed), ("", .malformed), ("-", .malformed), (".5", .malformed),
            ("5.", .malformed), ("01.00", .malformed), ("1,00", .malformed), ("1.2.3", .malformed),
            ("+1", .malformed), (" 1", .malformed), ("9.999", .tooManyDecimals),
            ("92233720368547758.08", .tooLarge), ("99999999999999999999", .tooLarge),
        ] as [(String, MinorUnits.Fault)])
    func refused(text: String, fault: MinorUnits.Fault) {
        #expect(throws: fault) { try MinorUnits.parse(text, digits: 2) }
    }

    @Test(
        "They are written with all decimals",
        arguments: [
            (0, 2, "0.00"), (5, 2, "0.05"), (11900, 2, "119.00"), (-5, 2, "-0.05"), (7, 0, "7"),
            (Int64.min, 2, "-92233720368547758.08"),
        ] as [(Int64, Int, String)])
    func written(amount: Int64, digits: Int, expected: String) {
        #expect(MinorUnits.text(amount, digits: digits) == expected)
    }
}
