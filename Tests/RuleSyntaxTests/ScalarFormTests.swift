import Testing

@testable import RuleSyntax

@Suite("ScalarForm: the small values")
struct ScalarFormTests {
    @Test(
        "A day is four, two and two digits; the calendar is asked later",
        arguments: [
            ("2025-01-01", [2025, 1, 1]), ("2025-02-30", [2025, 2, 30]), ("2025-1-01", nil),
            ("01-01-2025", nil), ("20250101", nil), ("2025-01-01T00:00", nil), ("2025-01-+1", nil),
            ("２０２５-01-01", nil), ("", nil),
        ])
    func days(_ text: String, _ expected: [Int]?) {
        #expect(ScalarForm.day(text).map { [$0.year, $0.month, $0.day] } == expected)
        #expect(ScalarForm.accepts(text, as: .date) == (expected != nil))
    }

    @Test(
        "A whole number is one to nine digits",
        arguments: [
            ("0", 0), ("007", 7), ("999999999", 999_999_999), ("1000000000", nil), ("-1", nil),
            ("+1", nil), ("1.0", nil), ("1 ", nil), ("", nil), ("٣", nil),
        ])
    func wholeNumbers(_ text: String, _ expected: Int?) {
        #expect(ScalarForm.wholeNumber(text) == expected)
        #expect(ScalarForm.accepts(text, as: .wholeNumber) == (expected != nil))
    }

    @Test(
        "A span of days has its unit behind it",
        arguments: [
            ("14 days", 14), ("1 day", 1), ("0 days", 0), ("3660 days", 3660), ("3661 days", nil),
            ("14", nil), ("14 weeks", nil), ("-1 days", nil), ("14days", nil), ("14 days ago", nil),
        ])
    func spans(_ text: String, _ expected: Int?) {
        #expect(ScalarForm.days(text) == expected)
        #expect(ScalarForm.accepts(text, as: .days) == (expected != nil))
    }

    @Test(
        "Days before the payment are negative",
        arguments: [
            ("30 days before payment", -30), ("30 days after payment", 30),
            ("1 day before payment", -1), ("0 days after payment", 0), ("30 days before sale", nil),
            ("30 days", nil), ("30 days around payment", nil), ("before payment", nil),
        ])
    func offsets(_ text: String, _ expected: Int?) {
        #expect(ScalarForm.dayOffset(text) == expected)
        #expect(ScalarForm.accepts(text, as: .dayOffset) == (expected != nil))
    }

    @Test(
        "A cut names an end and a count",
        arguments: [
            ("first 40", .first(40)), ("last 1", .last(1)), ("first 0", nil), ("first", nil),
            ("40", nil), ("middle 40", nil), ("first 40 characters", nil), ("last -1", nil),
        ] as [(String, TextCutDeclaration?)])
    func cuts(_ text: String, _ expected: TextCutDeclaration?) {
        #expect(ScalarForm.cut(text) == expected)
        #expect(ScalarForm.accepts(text, as: .cut) == (expected != nil))
    }

    @Test(
        "A flag is true or false, and no other word",
        arguments: [
            ("true", true), ("false", false), ("True", nil), ("yes", nil), ("no", nil), ("1", nil),
        ])
    func flags(_ text: String, _ expected: Bool?) {
        #expect(ScalarForm.flag(text) == expected)
        #expect(ScalarForm.accepts(text, as: .flag) == (expected != nil))
    }
}
