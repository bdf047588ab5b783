import BooksModel
import DomainModel
import Foundation
import Testing

/// Small and repeatable: the same seed gives the same days.
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

    mutating func next() -> UInt64 {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return state &* 0x2545_F491_4F6C_DD1D
    }
}

/// Acts in the books at random, as programs and people do, and often wrongly.
struct RandomActor {
    var generator: SeededGenerator
    var books = Shop.books
    var journal: [(BooksChange, Instant)] = []
    var accepted: [String: Int] = [:]

    init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

    mutating func act() {
        let instant = Instant(
            milliseconds: Shop.moment.milliseconds + Int64(journal.count) * 1000)
        let (kind, change) = nextChange()
        if !books.apply(change, at: instant).isRefused { accepted[kind, default: 0] += 1 }
        journal.append((change, instant))
    }

    private mutating func number(_ range: ClosedRange<Int>) -> Int {
        Int.random(in: range, using: &generator)
    }

    private mutating func nextChange() -> (kind: String, BooksChange) {
        switch number(0...99) {
        case 0...24: ("sale", .post(sale(), origin: .invoice, user: "A"))
        case 25...44: ("memo", .post(memo(), origin: .import, user: "A"))
        case 45...79: ("match", .match(set()))
        case 80...84: ("delete", .delete(anyKey(), reason: "x", user: "B"))
        case 85...90: ("finalise", .finalise(anyKey()))
        case 91...94: ("undo", .undoMatch(customer: customer(), number: number(1...9)))
        case 95...96: ("edit", .editLine(anyKey(), line: 1, LineEdit(description: "x")))
        case 97: ("close", .closePeriods(through: BookPeriod(year: 2026, number: number(0...3))))
        default: ("update", .post(update(), origin: .manual, user: "B"))
        }
    }

    private mutating func customer() -> String { number(0...1) == 0 ? "D1" : "D2" }

    private mutating func amount() -> String { MinorUnits.text(Int64(number(22...60))) }

    private mutating func destiny() -> String { number(0...2) == 0 ? "final" : "temporary" }

    private mutating func currency(_ request: EntryRequest) -> EntryRequest {
        var request = request
        if number(0...4) == 0 { request.currency = "USD" }
        request.date = "2026" + ["01", "02", "03", "11"][number(0...3)] + "10"
        return request
    }

    private mutating func sale() -> EntryRequest {
        let net = number(1...40)
        return currency(
            Shop.sale(
                MinorUnits.text(Int64(net + 21)), net: MinorUnits.text(Int64(net)),
                customer: customer(), destiny: destiny()))
    }

    private mutating func memo() -> EntryRequest {
        var request = currency(Shop.memo(amount(), customer: customer(), destiny: destiny()))
        if number(0...9) == 0 { request.lines[0].value = "0.01" }
        return request
    }

    private mutating func update() -> EntryRequest {
        var request = memo()
        request.number = anyKey().number
        return request
    }

    private mutating func anyKey() -> EntryKey {
        let entries = Array(books.entries)
        guard !entries.isEmpty else { return EntryKey(daybook: "MEMO", number: "1") }
        return entries[number(0...entries.count - 1)].key
    }

    /// A debit and a credit of one customer, the larger in part; sometimes any two lines.
    private mutating func set() -> MatchRequest {
        let customer = customer()
        let open = books.customerLines(of: customer).filter { $0.line.matchStatus == .available }
        let debits = open.filter(\.line.isDebit)
        let credits = open.filter { !$0.line.isDebit }
        guard !debits.isEmpty, !credits.isEmpty else {
            return MatchRequest(date: "20261121", lines: [Shop.line(anyKey(), 1)])
        }
        let debit = debits[number(0...debits.count - 1)]
        let credit = credits[number(0...credits.count - 1)]
        let common = min(debit.line.openValue, -credit.line.openValue)
        var lines = [
            Shop.line(debit.entry.key, debit.line.id), Shop.line(credit.entry.key, credit.line.id),
        ]
        switch number(0...4) {
        case 0: break
        case 1:
            let rest = debit.line.openValue + credit.line.openValue
            let larger = rest > 0 ? 0 : 1
            lines[larger].writeOffType = "writeoff"
            lines[larger].writeOffValue = MinorUnits.text(rest)
        default:
            lines[0].value = MinorUnits.text(common)
            lines[1].value = MinorUnits.text(-common)
        }
        return MatchRequest(date: "20260310", lines: lines)
    }
}

@Suite("Whatever happens in the books")
struct InvariantTests {
    @Test("they stay sound, and the same changes give the same books", arguments: 1...40)
    func sound(seed: Int) throws {
        var actor = RandomActor(seed: UInt64(seed))
        for step in 0..<250 {
            actor.act()
            if step % 25 == 24 { Self.check(actor.books) }
        }
        Self.check(actor.books)
        var replayed = Shop.books
        for (change, instant) in actor.journal { _ = replayed.apply(change, at: instant) }
        #expect(replayed == actor.books)
        let stored = try JSONEncoder().encode(actor.books)
        let restored = try JSONDecoder().decode(Books.self, from: stored)
        #expect(restored == actor.books)
        Self.check(restored)
    }

    @Test("every kind of change happens, and is not always refused")
    func reach() {
        var accepted: [String: Int] = [:]
        for seed in 41...70 {
            var actor = RandomActor(seed: UInt64(seed))
            for _ in 0..<250 { actor.act() }
            accepted.merge(actor.accepted) { $0 + $1 }
            if actor.books.matches.contains(where: { !$0.writeOffs.isEmpty }) {
                accepted["write-off", default: 0] += 1
            }
        }
        let kinds = [
            "sale", "memo", "match", "delete", "finalise", "undo", "edit", "close", "update",
            "write-off",
        ]
        for kind in kinds { #expect(accepted[kind, default: 0] > 20, "\(kind)") }
    }

    @Test("changes survive being stored and read")
    func storedChanges() throws {
        var actor = RandomActor(seed: 7)
        for _ in 0..<300 { actor.act() }
        for (change, instant) in actor.journal {
            let bytes = try JSONEncoder().encode(change)
            #expect(try JSONDecoder().decode(BooksChange.self, from: bytes) == change)
            let moment = try JSONEncoder().encode(instant)
            #expect(try JSONDecoder().decode(Instant.self, from: moment) == instant)
        }
    }

    static func check(_ books: Books) {
        checkEntries(books)
        checkNumbers(books)
        checkMatches(books)
    }

    /// Every entry balances, and what is open lies between nothing and the value.
    private static func checkEntries(_ books: Books) {
        var signed: [String: Int64] = [:]
        var open: [String: Int64] = [:]
        for entry in books.entries {
            #expect(entry.lines.reduce(0) { $0 + $1.signedValue } == 0)
            #expect(entry.lines.reduce(0) { $0 + $1.signedBaseValue } == 0)
            #expect(Set(entry.lines.map(\.id)).count == entry.lines.count)
            for line in entry.lines {
                #expect(line.value >= 0 && line.baseValue >= 0)
                #expect(line.openValue == 0 || (line.openValue > 0) == line.isDebit)
                #expect(line.openValue.magnitude <= line.value.magnitude)
                #expect(line.openBaseValue.magnitude <= line.baseValue.magnitude)
                switch line.matchStatus {
                case .available: #expect(line.openValue != 0)
                case .matched: #expect(line.openValue == 0 && !line.matchNumbers.isEmpty)
                default: #expect(line.openValue == 0 && line.matchNumbers.isEmpty)
                }
                guard line.isMatchable else { continue }
                signed[line.dim2, default: 0] += line.signedBaseValue
                open[line.dim2, default: 0] += line.openBaseValue
            }
            #expect(books.entry(entry.key) == entry)
        }
        #expect(signed == open)
        #expect(Array(books.entries).count == books.entries.count)
        for customer in signed.keys {
            #expect(
                books.customerLines(of: customer)
                    == books.customerLines.filter { $0.line.dim2 == customer })
        }
    }

    /// Numbers are unique and, with the deleted ones, without gaps, in order of input.
    private static func checkNumbers(_ books: Books) {
        var numbers: [String: [Int]] = [:]
        for entry in books.entries where entry.origin != .automatic {
            numbers[entry.key.daybook, default: []].append(Int(entry.key.number) ?? 0)
        }
        for (daybook, kept) in numbers {
            #expect(kept == kept.sorted())
            let deleted = books.deletedEntries.filter { $0.key.daybook == daybook }
                .compactMap { Int($0.key.number) }
            let all = (kept + deleted).sorted()
            let last = 202_600_000 + all.count
            #expect(all == Array(202_600_001...max(202_600_001, last)))
        }
    }

    /// The sums of matches are zero, and what was matched of a line is what is not open.
    private static func checkMatches(_ books: Books) {
        struct Place: Hashable {
            let key: EntryKey
            let line: Int
        }
        var matched: [Place: Int64] = [:]
        for match in books.matches {
            #expect(match.lines.reduce(0) { $0 + $1.value } == 0)
            #expect(match.lines.reduce(0) { $0 + $1.baseValue } == 0)
            for part in match.lines {
                matched[Place(key: part.key, line: part.lineID), default: 0] += part.value
                let line = books.entry(part.key)?.line(id: part.lineID)
                #expect(line?.dim2 == match.customer)
                #expect(line?.matchNumbers.contains(match.number) == true)
            }
        }
        for booked in books.customerLines {
            let place = Place(key: booked.entry.key, line: booked.line.id)
            #expect(
                booked.line.signedValue - booked.line.openValue == matched[place, default: 0])
        }
    }
}
