import DomainModel
import RunnerCore
import Testing

@Suite("What a search says about an entry whose outcome is unknown")
struct ProbeFindingTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var name: String
        var lines: [JournalLine] = []
        var deleted: [EntryKey]? = []
        var known: Set<EntryKey> = []
        var state = Posting.State.parked(absentSince: nil)
        var minutes: Int64 = 0
        var expected: Expected

        var testDescription: String { name }
    }

    enum Expected: Sendable, Equatable {
        case found(EntryKey)
        case unclear
        case notFound
        case absent
    }

    private static let other = EntryKey(daybook: "MEMO", number: "202600009")
    private static let gone = other
    private static let absentOnce = Posting.State.parked(absentSince: Samples.noon)

    private static let cases: [Case] = [
        Case(name: "our entry", lines: Samples.lines(), expected: .found(Samples.memo)),
        Case(
            name: "our entry, found after the grace", lines: Samples.lines(), state: absentOnce,
            minutes: 60, expected: .found(Samples.memo)),
        Case(
            name: "our entry, and another was deleted", lines: Samples.lines(), deleted: [gone],
            expected: .found(Samples.memo)),
        Case(
            name: "twice", lines: Samples.lines() + Samples.lines(other), expected: .unclear),
        Case(
            name: "in an entry of another payment of ours", lines: Samples.lines(),
            known: [Samples.memo], expected: .unclear),
        Case(
            name: "on another account", lines: Samples.lines(account: "1100"),
            expected: .unclear),
        Case(
            name: "with another amount", lines: Samples.lines(value: 11_901),
            expected: .unclear),
        Case(
            name: "on another customer", lines: Samples.lines(customer: "D1002"),
            expected: .unclear),
        Case(
            name: "only as a part of a longer id",
            lines: Samples.lines(
                description: "X" + Samples.reference, value: 11_901, invoiceNumber: "WEB-18"),
            expected: .notFound),
        Case(
            name: "the same without the id", lines: Samples.lines(description: "betaling"),
            expected: .unclear),
        Case(
            name: "the same without the id, but another payment's",
            lines: Samples.lines(description: "betaling"), known: [Samples.memo],
            expected: .notFound),
        Case(
            name: "another number without the id",
            lines: Samples.lines(description: "betaling", invoiceNumber: "WEB-18"),
            expected: .unclear),
        Case(
            name: "another amount without the id",
            lines: Samples.lines(description: "betaling", value: 100),
            expected: .unclear),
        Case(
            name: "another account and number without the id",
            lines: Samples.lines(
                description: "betaling", account: "1100", invoiceNumber: "WEB-18"),
            expected: .notFound),
        Case(name: "nothing", expected: .notFound),
        Case(
            name: "nothing, a moment later", state: absentOnce, minutes: 29,
            expected: .notFound),
        Case(name: "nothing, after the grace", state: absentOnce, minutes: 30, expected: .absent),
        Case(
            name: "nothing, by a clock that went back", state: absentOnce, minutes: -60,
            expected: .notFound),
        Case(
            name: "nothing, and the deleted cannot be read", deleted: nil, state: absentOnce,
            minutes: 30, expected: .absent),
        Case(
            name: "something was deleted", deleted: [gone], state: absentOnce, minutes: 30,
            expected: .unclear),
        Case(
            name: "another payment's entry was deleted", deleted: [gone], known: [other],
            state: absentOnce, minutes: 30, expected: .absent),
    ]

    @Test("A search is judged as the table says", arguments: cases)
    func table(_ value: Case) {
        let finding = ProbeFinding.judge(
            Samples.posting(value.state), lines: value.lines, deleted: value.deleted,
            known: value.known, now: Samples.later(minutes: value.minutes),
            grace: .seconds(1800))
        let found: Expected =
            switch finding {
            case .found(let key): .found(key)
            case .unclear: .unclear
            case .notFound: .notFound
            case .absent: .absent
            }
        #expect(found == value.expected)
    }
}
