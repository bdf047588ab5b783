import SourceDiagnostics
import Testing

@testable import Dashboard

@Suite("Codes on the pages of the rules")
struct RuleCodeTests {
    @Test("Every code about rules and templates is explained, and no other")
    func codes() {
        let wanted = DiagnosticCode.allCases.map(\.rawValue).filter { !$0.hasPrefix("CM07") }
        #expect(Set(RuleCodeWords.all.keys) == Set(wanted))
    }
}
