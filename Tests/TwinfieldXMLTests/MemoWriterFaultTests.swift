import ByteText
import DomainModel
import Testing
import TwinfieldXML

@Suite("Memo entries that are refused")
struct MemoWriterFaultTests {
    private static func fault(_ draft: MemoDraft) throws -> MemoWriterFault? {
        let memo = try Memo(balancing: draft)
        var writer = MemoWriter()
        do throws(MemoWriterFault) {
            try writer.write(memo)
            return nil
        } catch {
            return error
        }
    }

    @Test(
        "Characters that XML 1.0 forbids, and what is not UTF-8, are refused with their place",
        arguments: [
            ([0x61, 0x00], .forbiddenCharacter(byteOffset: 1)),
            ([0x1F], .forbiddenCharacter(byteOffset: 0)),
            ([0x0B], .forbiddenCharacter(byteOffset: 0)),
            ([0xEF, 0xBF, 0xBE], .forbiddenCharacter(byteOffset: 0)),
            ([0x61, 0xEF, 0xBF, 0xBF], .forbiddenCharacter(byteOffset: 1)),
            ([0xED, 0xA0, 0x80], .notUTF8(byteOffset: 0)),
            ([0xC0, 0x80], .notUTF8(byteOffset: 0)),
            ([0xE0, 0x80, 0x80], .notUTF8(byteOffset: 0)),
            ([0x61, 0xFF], .notUTF8(byteOffset: 1)),
            ([0xF0, 0x9F, 0x9B], .notUTF8(byteOffset: 0)),
            ([0xF4, 0x90, 0x80, 0x80], .notUTF8(byteOffset: 0)),
            ([0xC3, 0x28], .notUTF8(byteOffset: 0)),
        ] as [([UInt8], MemoWriterFault.Problem)])
    func forbidden(bytes: [UInt8], problem: MemoWriterFault.Problem) throws {
        var draft = MemoWriterTests.draft()
        draft.lines[0].description = draft.texts.append(bytes)
        let fault = try #require(try Self.fault(draft))
        #expect(fault == MemoWriterFault(line: 1, field: .description, problem: problem))
    }

    @Test("The limit of codes is 16 in every place that holds one")
    func codes() throws {
        let long = "12345678901234567"
        let problem = MemoWriterFault.Problem.tooLong(units: 17, limit: 16)
        var office = MemoWriterTests.draft()
        office.office = long
        #expect(try Self.fault(office) == MemoWriterFault(field: .office, problem: problem))
        var journal = MemoWriterTests.draft()
        journal.journal = long
        #expect(try Self.fault(journal) == MemoWriterFault(field: .code, problem: problem))
        let customer = MemoWriterTests.draft(customer: long)
        let inLine2 = MemoWriterFault(line: 2, field: .dim2, problem: problem)
        #expect(try Self.fault(customer) == inLine2)
        var account = MemoWriterTests.draft()
        account.lines[0].account = account.texts.append(long)
        let inLine1 = MemoWriterFault(line: 1, field: .dim1, problem: problem)
        #expect(try Self.fault(account) == inLine1)
        #expect(inLine1.message == "line 1, dim1: has 17 UTF-16 code units, Twinfield takes 16")
    }

    @Test("A header without office, journal or currency, or with an impossible date, is refused")
    func header() throws {
        var draft = MemoWriterTests.draft()
        draft.office = ""
        #expect(try Self.fault(draft) == MemoWriterFault(field: .office, problem: .missing))
        draft = MemoWriterTests.draft()
        draft.journal = ""
        #expect(try Self.fault(draft) == MemoWriterFault(field: .code, problem: .missing))
        draft = MemoWriterTests.draft()
        draft.currency = .absent
        #expect(try Self.fault(draft) == MemoWriterFault(field: .currency, problem: .missing))
        for days in [Int32.max, Int32.min, 2_932_897] {
            draft = MemoWriterTests.draft()
            draft.date = CalendarDate(daysSinceEpoch: days)
            #expect(try Self.fault(draft) == MemoWriterFault(field: .date, problem: .outOfRange))
        }
    }
}
