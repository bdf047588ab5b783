import Testing

@testable import SourceDiagnostics

@Suite("DiagnosticList")
struct DiagnosticListTests {
    private func diagnostic(
        _ code: DiagnosticCode, _ path: String, _ lower: Int, _ message: String = "m"
    ) -> Diagnostic {
        Diagnostic(code, at: SourceRange(path: path, lower: lower, upper: lower + 1), message)
    }

    @Test("Sorted by path, place, code and text; equal ones once")
    func sorted() {
        let expected = [
            diagnostic(.wrongKind, "a", 9),
            diagnostic(.yamlSyntax, "b", 2),
            diagnostic(.unknownKey, "b", 2, "m"),
            diagnostic(.unknownKey, "b", 2, "n"),
            diagnostic(.yamlSyntax, "b", 10),
        ]
        for start in expected.indices {
            let shuffled = expected[start...].reversed() + expected[..<start] + expected[start...]
            #expect(DiagnosticList.sorted(Array(shuffled)) == expected)
        }
    }

    @Test("Of too many the first errors are kept, then the first warnings")
    func bounded() {
        let errors = (0..<700).map { diagnostic(.unknownKey, "a", $0 * 2) }
        let warnings = (0..<700).map { diagnostic(.methodWithoutAccount, "a", $0 * 2 + 1) }
        let kept = DiagnosticList.bounded(warnings + errors)
        #expect(kept.count == DiagnosticList.mostKept)
        #expect(kept.filter { $0.severity == .error } == errors)
        #expect(kept.filter { $0.severity == .warning } == Array(warnings.prefix(300)))
        #expect(kept == DiagnosticList.sorted(kept))
        #expect(DiagnosticList.bounded(errors) == errors)
        let many = (0..<1500).map { diagnostic(.unknownKey, "a", $0) }
        #expect(DiagnosticList.bounded(warnings + many) == Array(many.prefix(1000)))
    }

    @Test("Every code is unique, has the form CM0000 and keeps its severity")
    func codes() {
        let codes = DiagnosticCode.allCases.map(\.rawValue)
        #expect(Set(codes).count == codes.count)
        for code in codes {
            #expect(code.count == 6 && code.hasPrefix("CM0") && Int(code.dropFirst(2)) != nil)
        }
        #expect(diagnostic(.methodWithoutAccount, "a", 0).severity == .warning)
        #expect(diagnostic(.duplicateKey, "a", 0).severity == .error)
    }
}
