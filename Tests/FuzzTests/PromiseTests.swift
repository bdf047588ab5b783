import DomainModel
import SourceDiagnostics
import Testing

@testable import FuzzSupport

@Suite("What the fuzzer finds")
struct PromiseTests {
    private static let line = """
        <line><dim1>1300</dim1><debitcredit>debit</debitcredit><value>1.00</value>\
        <description>C1</description></line>
        """
    private static let other = """
        <line><dim1>1300</dim1><debitcredit>credit</debitcredit><value>1.00</value></line>
        """

    @Test("An entry that is whole is no finding")
    func wholeEntry() throws {
        try EntryDocument(document(Self.line + Self.other)).check(references: ["C1"])
    }

    @Test(
        "An entry that breaks a promise is a finding",
        arguments: [
            (line + line, "C1", "every entry balances"),
            (line, "C1", "an entry has two lines at least"),
            (line + other, "C2", "every entry names its transaction id whole"),
            (line + other.replacing("1300", with: ""), "C1", "every line has an account"),
            (line + other.replacing("1.00", with: "-1.00"), "C1", "amount above zero"),
            (line + other.replacing("</dim1>", with: "</dim>"), "C1", "others can read"),
            (
                line.replacing("C1", with: "C1" + String(repeating: "x", count: 39)) + other,
                "C1", "Twinfield's limit"
            ),
        ])
    func brokenEntry(lines: String, reference: String, promise: String) {
        let found = #expect(throws: FuzzFinding.self) {
            try EntryDocument(document(lines)).check(references: [reference])
        }
        #expect(found?.promise.contains(promise) == true, "\(String(describing: found))")
    }

    @Test("An entry too many is a finding")
    func entryTooMany() {
        #expect(throws: FuzzFinding.self) {
            try EntryDocument(document(Self.line + Self.other)).check(references: [])
        }
    }

    @Test(
        "A message without a place in the file is a finding",
        arguments: [(0, 3, true), (3, 3, true), (4, 4, false), (0, 9, false)])
    func places(lower: Int, upper: Int, isFine: Bool) {
        let file = SourceText(path: "klant/a.yaml", bytes: Array("a: ".utf8))
        let range = SourceRange(path: file.path, lower: lower, upper: upper)
        let checks = DiagnosticChecks(files: [file])
        let message = Message(DiagnosticCode.allCases[0], en: "no", nl: "nee")
        let found = Result { try checks.check([Diagnostic(message, at: range)]) }
        #expect(((try? found.get()) != nil) == isFine)
    }

    @Test(
        "A refusal without a place, or with what a terminal obeys, is a finding",
        arguments: [
            (RecordFault("no", line: 1, byteOffset: 0), true), (RecordFault("no"), false),
            (RecordFault("no", line: 0), false), (RecordFault("no", line: 3), false),
            (RecordFault("no", line: 2, byteOffset: 0), false),
            (RecordFault("no", byteOffset: 99), false), (RecordFault("", line: 1), false),
            (RecordFault("a\u{1B}", line: 1), false), (RecordFault("a\u{202E}", line: 1), false),
        ])
    func refusals(fault: RecordFault, isFine: Bool) {
        let found = Result {
            try RefusalChecks(bytes: Array("{}\n".utf8), isXML: false).check(fault)
        }
        #expect(((try? found.get()) != nil) == isFine)
    }

    private func document(_ lines: String) -> [UInt8] {
        Array(
            "<transactions><transaction><lines>\(lines)</lines></transaction></transactions>".utf8)
    }
}
