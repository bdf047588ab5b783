import DomainModel
import RuleEngine
import RuleSyntax
import SourceDiagnostics
import Wording

/// The passes over one rules file; each is a file of its own.
struct CompilationPasses {
    let declaration: RuleDeclaration
    let sources: RuleSetSources
    var diagnostics: [Diagnostic]
    /// Where the reading of the files refused something.
    private let refused: [SourceRange]

    init(
        _ declaration: RuleDeclaration, of sources: RuleSetSources, reading: [Diagnostic]
    ) {
        self.declaration = declaration
        self.sources = sources
        diagnostics = reading
        refused = reading.filter { $0.severity == .error }.map(\.range)
    }

    mutating func compile(templates declarations: [TemplateDeclaration]) -> CompiledRuleSet? {
        let accounts = compileAccounts()
        let templates = declarations.map { compileTemplate($0) }
        let select = compileSelect(templateNames: sources.templates.map(\.name))
        if let select { proveLineConditions(zip(declarations, templates).map { ($0, $1) }, select) }
        let orderNumber = compileOrderNumber()
        let match = compileMatch(templates: zip(declarations, templates).map { ($0, $1) })
        let bookingDate = compileBookingDate()
        proveEmail(templates.compactMap(\.self))
        let bookFrom = compileBookFrom()
        let zone = compileTimeZone()
        guard let accounts, let select, let match, let bookFrom, let zone,
            let name = declaration.name,
            let office = checkedCode(declaration.office, Phrase(en: "office", nl: "administratie"))
        else { return nil }
        return CompiledRuleSet(
            revision: sources.revision, name: name.value, office: office, bookFrom: bookFrom,
            timeZone: zone, accounts: accounts, bookingDate: bookingDate,
            landingPage: LandingPageRule(
                childMissing: outcome(declaration.childMissing) ?? .wait,
                amountsDiffer: outcome(declaration.amountsDiffer) ?? .review),
            select: select, orderNumber: orderNumber,
            emailSources: (declaration.emailFrom?.map { field($0.value) }) ?? [.billingEmail],
            collectiveCustomers: declaration.collectiveCustomers.map(\.value),
            match: match, templates: templates.compactMap(\.self))
    }

    mutating func report(
        _ message: Message, at range: SourceRange, notes: [Diagnostic.Note] = []
    ) {
        diagnostics.append(Diagnostic(message, at: range, notes: notes))
    }

    /// Whether something in this piece of a file was refused when it was read.
    ///
    /// What is left of such a piece proves nothing: a message about it would be an echo.
    func isRefused(_ range: SourceRange) -> Bool {
        refused.contains { $0.isInside(range) }
    }

    /// Whether there is any error in this piece of a file.
    func hasError(in range: SourceRange) -> Bool {
        diagnostics.contains { $0.severity == .error && $0.range.isInside(range) }
    }

    func outcome(_ choice: Located<RuleChoices.Outcome>?) -> Outcome? {
        switch choice?.value {
        case .skip: .skip
        case .wait: .wait
        case .review: .review
        case .error: .error
        case .book: .book
        case .accept, nil: nil
        }
    }

    func field(_ choice: RuleChoices.PaymentField) -> PaymentTextField {
        switch choice {
        case .merchantOrderReference: .merchantOrderReference
        case .description: .description
        case .billingEmail: .billingEmail
        case .metadata: .metadata
        }
    }

    /// A code of Twinfield: at most 16 characters (Twinfield API, 3.4 and 3.5).
    mutating func checkedCode(_ text: Located<String>?, _ what: Phrase) -> String? {
        guard let text else { return nil }
        let scalars = text.value.unicodeScalars
        if scalars.contains(where: \.isUnfitForCode)
            || scalars.first?.properties.isWhitespace ?? true
            || scalars.last?.properties.isWhitespace ?? true
        {
            report(.unfitCode(text.value, what), at: text.range)
        } else if text.value.utf16.count > 16 {
            report(.codeTooLong(text.value, what, limit: 16), at: text.range)
        }
        return text.value
    }

    private mutating func compileBookFrom() -> CalendarDate? {
        guard let parts = declaration.bookFrom else { return nil }
        let value = parts.value
        if let date = CalendarDate(year: value.year, month: value.month, day: value.day) {
            return date
        }
        report(.noCalendarDay, at: parts.range)
        return nil
    }

    private mutating func compileTimeZone() -> TimeZoneRules? {
        let name = declaration.timeZone?.value ?? "Europe/Amsterdam"
        if let zone = sources.timeZone(name) { return zone }
        report(
            .unknownTimeZone(name), at: declaration.timeZone?.range ?? declaration.range)
        return nil
    }

    private mutating func compileBookingDate() -> BookingDateRule {
        proveBookingDate()
        let moments = declaration.bookingMoments?.map { moment -> BookingDateRule.Moment in
            switch moment.value {
            case .statusFinal: .statusFinal
            case .lastUpdate: .lastUpdate
            case .created: .created
            }
        }
        let choice = declaration.lastUpdateInAnotherMonth
        return BookingDateRule(
            moments: moments ?? [.statusFinal, .lastUpdate, .created],
            lastUpdateInAnotherMonth: choice == nil ? .review : outcome(choice))
    }

    private mutating func compileOrderNumber() -> OrderNumberRule {
        proveWordLists()
        return OrderNumberRule(
            inPayment: declaration.numberInPayment.map { field($0.value) },
            inSale: declaration.numberInSale.map {
                $0.value == .invoicenumber ? .invoiceNumber : .description
            },
            ignoredInFront: declaration.ignoreInFront.map(\.value),
            invoiceWords: declaration.invoiceWords.map(\.value),
            notBehind: declaration.notBehind.map(\.value),
            noNumbers: declaration.noNumber.map(\.value), shapes: compileShapes(),
            aliases: compileAliases(),
            ifTheyDisagree: outcome(declaration.ifNumbersDisagree) ?? .review)
    }
}

extension SourceRange {
    /// Whether the whole of it lies in another piece of the same file.
    func isInside(_ outer: SourceRange) -> Bool {
        path == outer.path && lower >= outer.lower && upper <= outer.upper
    }
}

extension Unicode.Scalar {
    /// Line ends, tabs, control and format characters, and what XML 1.0 cannot carry.
    fileprivate var isUnfitForCode: Bool {
        switch properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .unassigned: true
        default: false
        }
    }
}
