import DomainModel
import RecordReading
import Testing

@Suite("Hostile input")
struct HostileInputTests {
    /// Numbers that look random and are the same in every run.
    struct Generator: RandomNumberGenerator {
        var state: UInt64
        mutating func next() -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return state ^ state >> 29
        }
    }

    @Test("A valid file with random changes is read or refused, and never otherwise by pieces")
    func mutations() throws {
        let original = Array((ChunkingTests.sample + "\n").utf8)
        var generator = Generator(state: 20_261_101)
        var refused = 0
        for _ in 0..<3000 {
            var bytes = original
            for _ in 0..<Int.random(in: 1...3, using: &generator) {
                Self.change(&bytes, &generator)
            }
            let whole = Self.outcome(bytes, piece: .max)
            let piece = Int.random(in: 1...40, using: &generator)
            #expect(Self.outcome(bytes, piece: piece) == whole, "\(bytes)")
            if whole.count == 1, whole[0].hasPrefix("fault") { refused += 1 }
        }
        #expect((500...2900).contains(refused), "most changes break the file, some do not")
    }

    @Test("Random bytes are refused", arguments: 0..<50)
    func randomBytes(seed: Int) throws {
        var generator = Generator(state: UInt64(seed))
        let count = Int.random(in: 1...2000, using: &generator)
        let bytes = (0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) }
        #expect(Self.outcome(bytes, piece: .max)[0].hasPrefix("fault"))
    }

    @Test("Every byte in front of every kind of place is read or refused")
    func everyByte() throws {
        let places = [#"["#, #"[{"#, #"[{"a"#, #"[{"a":"#, #"[{"a":1"#, #"[{"a":"\"#, "[]", ""]
        for place in places {
            for byte in 0...255 as ClosedRange<UInt8> {
                let bytes = Array(place.utf8) + [byte]
                #expect(Self.outcome(bytes, piece: 1) == Self.outcome(bytes, piece: .max))
            }
        }
    }

    @Test("A million open brackets are refused at the sixty-fifth")
    func deepBrackets() throws {
        let deep = Array(#"{"x":"#.utf8) + [UInt8](repeating: UInt8(ascii: "["), count: 1_000_000)
        #expect(try Reading.fault(deep).message.contains("nested more than 64 deep"))
        let objects = String(repeating: #"{"x":"#, count: 100)
        #expect(try Reading.fault(Array(objects.utf8)).byteOffset == 64 * 5)
    }

    @Test("Thousands of unknown and repeated keys are passed over")
    func manyKeys() throws {
        let keys = (0..<20_000).map { #""k\#($0)":{"reference":[\#($0)]}"# }.joined(separator: ",")
        let table = try Reading.payments(#"{\#(keys),"reference":"a","k1":0}"#)
        #expect(table.rows.map { table.text($0.reference) } == ["a"])
    }

    @Test("More words than any service has do not overflow the table of words")
    func manyWords() throws {
        let json = (0..<12_000).map { #"{"reference":"a","type":"t\#($0)"}"# }.joined()
        let table = try Reading.payments(json)
        #expect(table.rows.count == 12_000)
        #expect(table.words.word(table.rows[5].type) == "t5")
    }

    private static func outcome(_ bytes: [UInt8], piece: Int) -> [String] {
        do throws(RecordFault) {
            return Reading.dump(try Reading.payments(bytes, piece: piece))
        } catch {
            return ["fault \(error)"]
        }
    }

    private static func change(_ bytes: inout [UInt8], _ generator: inout Generator) {
        let position = Int.random(in: 0..<bytes.count, using: &generator)
        switch Int.random(in: 0...4, using: &generator) {
        case 0: bytes[position] = UInt8.random(in: 0...255, using: &generator)
        case 1: bytes.remove(at: position)
        case 2: bytes.insert(bytes[position], at: position)
        case 3:
            let marks = Array(#"{}[],:"\ue019- "#.utf8)
            bytes[position] = marks[Int.random(in: 0..<marks.count, using: &generator)]
        default: bytes.swapAt(position, Int.random(in: 0..<bytes.count, using: &generator))
        }
    }
}
