import SourceDiagnostics
import Testing

@Suite("The register of codes")
struct DiagnosticRegisterTests {
    /// Every code that was ever given out, and for what.
    ///
    /// Lines are added, never changed or removed:
    /// a code that is no longer reported stays here, so that it is not used for something else.
    private static let frozen: [(code: String, name: String)] = [
        ("CM0101", "yamlSyntax"),
        ("CM0102", "notUTF8"),
        ("CM0103", "anchorOrAlias"),
        ("CM0104", "tag"),
        ("CM0105", "mergeKey"),
        ("CM0106", "secondDocument"),
        ("CM0107", "tooDeep"),
        ("CM0108", "tooLarge"),
        ("CM0109", "emptyFile"),
        ("CM0110", "keyNotText"),
        ("CM0111", "forbiddenCharacter"),
        ("CM0201", "duplicateKey"),
        ("CM0202", "unknownKey"),
        ("CM0203", "wrongKind"),
        ("CM0204", "missingKey"),
        ("CM0205", "unknownChoice"),
        ("CM0206", "malformedValue"),
        ("CM0207", "keysConflict"),
        ("CM0208", "duplicateName"),
        ("CM0301", "unknownField"),
        ("CM0302", "unknownTemplate"),
        ("CM0303", "unknownMethod"),
        ("CM0304", "unknownLine"),
        ("CM0305", "malformedPlaceholder"),
        ("CM0306", "unknownTimeZone"),
        ("CM0307", "unknownWord"),
        ("CM0401", "selectNotExhaustive"),
        ("CM0402", "unreachable"),
        ("CM0403", "methodWithoutAccount"),
        ("CM0404", "bookWithoutEqualAmounts"),
        ("CM0405", "rowWithoutIndex"),
        ("CM0406", "neverDecides"),
        ("CM0407", "orderDecides"),
        ("CM0408", "aliasesCollide"),
        ("CM0409", "accountSharedByPayouts"),
        ("CM0410", "suspenseOnDebtors"),
        ("CM0411", "moneyBackBooked"),
        ("CM0501", "templateUnbalanced"),
        ("CM0502", "transactionIDMissing"),
        ("CM0503", "textMayExceedLimit"),
        ("CM0504", "textExceedsLimit"),
        ("CM0505", "cutDestroysIdentity"),
        ("CM0506", "tooFewLines"),
        ("CM0507", "cutCanMakeAlike"),
        ("CM0508", "reconciledElsewhere"),
        ("CM0509", "reconciledWithoutDebtor"),
        ("CM0510", "reconciledOtherLine"),
        ("CM0511", "linesLeaveGap"),
        ("CM0601", "fileUnreadable"),
        ("CM0602", "rootFile"),
        ("CM0603", "templateTwice"),
        ("CM0701", "malformedAddress"),
        ("CM0702", "plainHTTP"),
        ("CM0703", "foreignHost"),
        ("CM0704", "secretInConfiguration"),
        ("CM0705", "unknownSetting"),
        ("CM0706", "connectionsAlike"),
        ("CM0707", "oneFileTwice"),
    ]

    @Test("Every code means what it always meant", arguments: DiagnosticCode.allCases)
    func unchanged(_ code: DiagnosticCode) {
        let known = Self.frozen.first { $0.code == code.rawValue }
        #expect(known?.name == "\(code)", "add a new code to the list; never give one another name")
    }

    @Test("No code stands twice in the list, and all are of the form CM and four digits")
    func form() {
        let codes = Self.frozen.map(\.code)
        #expect(Set(codes).count == codes.count)
        #expect(Set(Self.frozen.map(\.name)).count == codes.count)
        for code in codes {
            #expect(code.hasPrefix("CM"))
            #expect(code.count == 6 && code.dropFirst(2).allSatisfy(\.isWholeNumber))
        }
    }
}
