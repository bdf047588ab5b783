import ProgramSupport
import Testing

@Suite("dry-run: any number of workers")
struct WorkerTests {
    /// Many payments that fight for few sales, in more than one block of those decided at once.
    private static func crowdedWorld(_ place: Workplace, payments count: Int) throws {
        var random = SeededNumbers(seed: 2026)
        var payments: [String] = []
        var sales: [String] = []
        for number in 0..<count {
            let order = "WEB-\(number + random.below(2))"
            let amount = ["10.00", "10.00", "20.00"][random.below(3)]
            let reference = "P\(random.below(1_000_000))-\(number)"
            payments.append(Workplace.payment(reference, order: order, amount: amount))
            if number % 3 > 0 {
                sales.append(Workplace.sale(number + 1, invoice: "WEB-\(number)"))
            }
        }
        // One number that a crowd shares, and one payment twice.
        for number in 0..<300 {
            sales.append(Workplace.sale(count + number + 1, invoice: "WEB-7"))
            payments.append(Workplace.payment("Q\(number)", order: "WEB-7"))
        }
        payments.append(payments[17])
        try place.write("payments.json", payments.joined(separator: "\n") + "\n")
        try place.write("items.json", sales.joined(separator: "\n") + "\n")
    }

    @Test("make the same entries and the same decisions, to the byte")
    func sameBytes() throws {
        let place = try Workplace()
        try Self.crowdedWorld(place, payments: 9000)
        var expected: (xml: String, decisions: String)?
        for workers in ["1", "2", "8"] {
            let run = try place.dryRun(
                "--workers", workers, "--output", "memos.xml", "--decisions", "decisions.json")
            #expect(run.code == 3)
            let xml = try #require(place.read("memos.xml"))
            let decisions = try #require(place.read("decisions.json"))
            if let expected {
                #expect(xml == expected.xml, "\(workers) workers")
                #expect(decisions == expected.decisions, "\(workers) workers")
            } else {
                expected = (xml, decisions)
            }
        }
        let decisions = try #require(expected?.decisions)
        // The world is one in which the order matters.
        #expect(decisions.contains("\"sale_used\""))
        #expect(decisions.split(separator: "\n").count == 9301)
    }

    @Test("write numbered documents and stdout alike")
    func documents() throws {
        let place = try Workplace()
        try Self.crowdedWorld(place, payments: 9000)
        let one = try place.dryRun("--workers", "1")
        let eight = try place.dryRun("--workers", "8")
        #expect(one.output == eight.output)
        #expect(one.output.count > 1_000_000)
        for workers in ["1", "8"] {
            _ = try place.dryRun(
                "--workers", workers, "--split", "2500", "--output", "memos-\(workers).xml")
        }
        for number in 1...2 {
            let name = "-000\(number).xml"
            let first = try #require(place.read("memos-1" + name))
            #expect(first == place.read("memos-8" + name))
            #expect(first.hasSuffix("</transactions>"))
        }
    }

    @Test("are a number from 1 to 256")
    func range() throws {
        let place = try Workplace()
        for workers in ["0", "257", "-1", "many"] {
            #expect(try place.dryRun("--workers", workers).code == 2)
        }
    }
}
