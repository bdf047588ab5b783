/// The register of codes.
///
/// A code that was ever released is never used for something else.
/// By hundreds: 01 the YAML text, 02 keys and kinds of values, 03 names that must exist,
/// 04 what the compiler proves about rules, 05 what it proves about templates, 06 files,
/// 07 the configuration.
public enum DiagnosticCode: String, Sendable, CaseIterable {
    /// The text is no YAML.
    case yamlSyntax = "CM0101"
    /// The file is not UTF-8.
    case notUTF8 = "CM0102"
    /// An anchor or an alias.
    case anchorOrAlias = "CM0103"
    /// A tag.
    case tag = "CM0104"
    /// A merge key (`<<`).
    case mergeKey = "CM0105"
    /// A second document in one file.
    case secondDocument = "CM0106"
    /// Nested too deep.
    case tooDeep = "CM0107"
    /// Too many bytes or nodes.
    case tooLarge = "CM0108"
    /// Nothing in the file.
    case emptyFile = "CM0109"
    /// A key that is not a plain word.
    case keyNotText = "CM0110"
    /// A character that YAML does not allow: a NUL or another control character.
    case forbiddenCharacter = "CM0111"

    /// The same key twice in one mapping.
    case duplicateKey = "CM0201"
    /// A key that nobody knows.
    case unknownKey = "CM0202"
    /// A text where a list belongs, and so on.
    case wrongKind = "CM0203"
    /// A required key is missing.
    case missingKey = "CM0204"
    /// The text is not one of those allowed here.
    case unknownChoice = "CM0205"
    /// The text has not the form that belongs here (a date, a number, `14 days`).
    case malformedValue = "CM0206"
    /// Two keys that exclude each other, or one that needs another.
    case keysConflict = "CM0207"
    /// The same name or value twice where each may stand once.
    case duplicateName = "CM0208"

    /// A placeholder names a field that does not exist.
    case unknownField = "CM0301"
    /// A template that does not exist.
    case unknownTemplate = "CM0302"
    /// A method or brand that CCV does not know.
    case unknownMethod = "CM0303"
    /// A line of a template that does not exist.
    case unknownLine = "CM0304"
    /// A placeholder or its braces are malformed.
    case malformedPlaceholder = "CM0305"
    /// A time zone that the system does not know.
    case unknownTimeZone = "CM0306"
    /// A type or status that CCV does not know.
    case unknownWord = "CM0307"

    /// `select` does not catch every payment.
    case selectNotExhaustive = "CM0401"
    /// A rule or row that can never apply.
    case unreachable = "CM0402"
    /// A method of CCV has no account.
    case methodWithoutAccount = "CM0403"
    /// A `book` row without equal amounts and without a line for the difference.
    case bookWithoutEqualAmounts = "CM0404"
    /// A row that would hold each payment against every sale.
    case rowWithoutIndex = "CM0405"
    /// Something that is asked or named and never decides anything.
    case neverDecides = "CM0406"
    /// A row books what a later row would have a person look at; only their order decides.
    case orderDecides = "CM0407"
    /// Aliases by which two numbers become one, or one number becomes two.
    case aliasesCollide = "CM0408"
    /// One account for money that CCV pays out and money that another one pays out.
    case accountSharedByPayouts = "CM0409"
    /// A suspense account that is a debtors' account as well.
    case suspenseOnDebtors = "CM0410"
    /// A rule books types by which money goes back.
    case moneyBackBooked = "CM0411"

    /// A template that does not balance.
    case templateUnbalanced = "CM0501"
    /// The transaction id does not stand whole in the payment line.
    case transactionIDMissing = "CM0502"
    /// A text that may exceed Twinfield's limit has no `keep`.
    case textMayExceedLimit = "CM0503"
    /// A text that exceeds Twinfield's limit in any case.
    case textExceedsLimit = "CM0504"
    /// A cut that can destroy what makes a text unique.
    case cutDestroysIdentity = "CM0505"
    /// A template with fewer than two lines.
    case tooFewLines = "CM0506"
    /// A cut after which two numbers can look alike.
    case cutCanMakeAlike = "CM0507"
    /// The line that is reconciled stands on an account on which no sale stands.
    case reconciledElsewhere = "CM0508"
    /// The line that is reconciled has no debtor.
    case reconciledWithoutDebtor = "CM0509"
    /// The line that `reconcile` names is not the sale's, and another one is.
    case reconciledOtherLine = "CM0510"
    /// Lines with conditions leave some payments without an entry that balances.
    case linesLeaveGap = "CM0511"

    /// A file that cannot be read.
    case fileUnreadable = "CM0601"
    /// No file with `office:`, or several.
    case rootFile = "CM0602"
    /// Two files that are one template by name.
    case templateTwice = "CM0603"

    /// An address of the web that is none, or not of the form that belongs here.
    case malformedAddress = "CM0701"
    /// Plain http to another machine.
    case plainHTTP = "CM0702"
    /// A host that is not of the service.
    case foreignHost = "CM0703"
    /// A secret in the configuration.
    case secretInConfiguration = "CM0704"
    /// A variable of the environment or a flag that sets no known key.
    case unknownSetting = "CM0705"
    /// Two connections that one variable of the environment would name.
    case connectionsAlike = "CM0706"
    /// Two keys that name one file.
    case oneFileTwice = "CM0707"

    /// The page that explains the code, from the top of the project.
    public var page: String { "docs/diagnostics/\(rawValue).md" }

    /// Whether the code is an error or a warning.
    public var severity: Diagnostic.Severity {
        switch self {
        case .unknownMethod, .unknownWord, .methodWithoutAccount, .neverDecides, .orderDecides,
            .aliasesCollide, .accountSharedByPayouts, .textMayExceedLimit, .cutCanMakeAlike,
            .reconciledElsewhere, .reconciledWithoutDebtor, .moneyBackBooked, .linesLeaveGap:
            .warning
        default: .error
        }
    }
}
