import DomainModel
import Testing
import TwinfieldXML

@Suite("Reconciling: a set that cannot be wrong")
struct MatchSetTests {
    private static let date = CalendarDate(year: 2026, month: 11, day: 5)

    private static func line(
        _ code: String, _ number: String, _ line: Int, _ open: Int64, _ matched: Int64? = nil
    ) -> MatchSet.Line {
        MatchSet.Line(code: code, number: number, line: line, open: open, matched: matched)
    }

    private static func text(
        _ lines: [MatchSet.Line], currency: CurrencyCode = .eur
    ) throws -> String {
        let set = try MatchSet(
            office: "NLA001", date: #require(date), currency: currency, lines: lines)
        let document = try MatchSetWriter.document(set)
        #expect(!document.isQuery)
        return String(decoding: document.bytes, as: UTF8.self)
    }

    private static func fault(_ lines: [MatchSet.Line]) throws -> MatchSetFault? {
        let date = try #require(date)
        do throws(MatchSetFault) {
            _ = try MatchSet(office: "NLA001", date: date, currency: .eur, lines: lines)
            return nil
        } catch {
            return error
        }
    }

    @Test("Lines that go up against each other are written without values")
    func whole() throws {
        let text = try Self.text([
            Self.line("MEMO", "202600042", 2, -11_900), Self.line("VRK", "202600017", 1, 11_900),
        ])
        #expect(
            text == "<match><set><office>NLA001</office><matchcode>170</matchcode>"
                + "<matchdate>20261105</matchdate><lines>"
                + "<line><transcode>MEMO</transcode><transnumber>202600042</transnumber>"
                + "<transline>2</transline></line>"
                + "<line><transcode>VRK</transcode><transnumber>202600017</transnumber>"
                + "<transline>1</transline></line></lines></set></match>")
    }

    @Test("A signed value stands on the lines that stay open in part, and on no other")
    func partial() throws {
        let invoice = try Self.text([
            Self.line("MEMO", "1", 2, -11_900), Self.line("VRK", "2", 1, 12_100, 11_900),
        ])
        #expect(TextsOfElements.read(invoice)["matchvalue"] == ["119.00"])
        let payment = try Self.text([
            Self.line("MEMO", "1", 2, -50_005, -5), Self.line("VRK", "2", 1, 5),
        ])
        #expect(TextsOfElements.read(payment)["matchvalue"] == ["-0.05"])
        let yen = try Self.text(
            [Self.line("MEMO", "1", 2, -700, -500), Self.line("VRK", "2", 1, 500)],
            currency: #require(CurrencyCode("JPY".utf8)))
        #expect(TextsOfElements.read(yen)["matchvalue"] == ["-500"])
    }

    @Test("Random sets are made exactly when their sum is zero", arguments: [1, 2, 3] as [UInt64])
    func sums(seed: UInt64) throws {
        var random = SplitMix(state: seed)
        for _ in 0..<500 {
            var lines: [MatchSet.Line] = []
            for index in 0..<(2 + random.below(4)) {
                let open = Int64(1 + random.below(300)) * (random.below(2) == 0 ? 1 : -1)
                let part = Int64(1 + random.below(Int(open.magnitude))) * open.signum()
                lines.append(Self.line("VRK", "\(index)", 1, open, part))
            }
            if random.below(2) == 0 {
                let rest = -lines.reduce(0) { $0 + $1.matched }
                if rest != 0 { lines.append(Self.line("MEMO", "9", 1, rest)) }
            }
            let sum = lines.reduce(0) { $0 + $1.matched }
            #expect(try Self.fault(lines) == (sum == 0 ? nil : .notBalanced(sum: sum)))
        }
    }

    @Test("What cannot be matched does not become a set")
    func faults() throws {
        let sale = Self.line("VRK", "2", 1, 100)
        let paid = Self.line("MEMO", "1", 2, -100)
        #expect(try Self.fault([]) == .tooFewLines)
        #expect(try Self.fault([sale]) == .tooFewLines)
        #expect(try Self.fault([sale, paid, sale]) == .lineTwice(sale))
        #expect(try Self.fault([sale, Self.line("MEMO", "1", 2, -99)]) == .notBalanced(sum: 1))
        for wrong in [
            Self.line("MEMO", "1", 2, -100, -101), Self.line("MEMO", "1", 2, -100, 0),
            Self.line("MEMO", "1", 2, -100, 100), Self.line("MEMO", "1", 2, 0, -100),
            Self.line("MEMO", "1", 0, -100), Self.line("MEMO", "1", 2, 0),
        ] { #expect(try Self.fault([sale, wrong]) == .outOfRange(wrong)) }
        let huge = Self.line("A", "1", 1, .max)
        #expect(try Self.fault([huge, Self.line("A", "2", 1, .max)]) != nil)
        #expect(try Self.fault([sale, Self.line("", "1", 2, -100)]) != nil)
        let long = String(repeating: "9", count: 17)
        #expect(
            try Self.fault([sale, Self.line("MEMO", long, 2, -100)])
                == .text(
                    RequestFault(
                        field: "transnumber", problem: .tooLong(units: 17, limit: 16))))
    }
}
