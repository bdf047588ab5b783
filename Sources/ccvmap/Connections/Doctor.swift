import CCVClient
import ConfigurationReading
import DomainModel
import RecordReading
import RuleEngine
import ServiceHTTP
import TwinfieldClient
import TwinfieldXML

/// Examines one connection by reading only: keys, office, daybooks, accounts, fields, clock.
struct Doctor {
    /// What was found about one thing.
    struct Finding {
        /// How it is.
        enum Verdict: String {
            case ok
            case wrong
            case doubtful
            case notChecked = "not checked"
        }

        var verdict: Verdict
        var subject: String
        var text = ""
        /// What mends it.
        var help = ""
    }

    let live: LiveConnection
    let rules: CompiledRuleSet
    private(set) var findings: [Finding] = []

    init(live: LiveConnection, rules: CompiledRuleSet) {
        self.live = live
        self.rules = rules
    }

    /// Examines everything; a service that does not answer ends its own part only.
    mutating func examine() async {
        add(.ok, "rules", "\(rules.name), office \(rules.office)")
        await examineCCV()
        await examineTwinfield()
        add(
            .notChecked, "rights and open periods",
            "Twinfield says only while booking whether this user may book, and into which periods",
            help: "look at the role of the user, and at the periods of office \(rules.office)")
    }

    private mutating func add(
        _ verdict: Finding.Verdict, _ subject: String, _ text: String = "", help: String = ""
    ) {
        findings.append(Finding(verdict: verdict, subject: subject, text: text, help: help))
    }

    private mutating func add(_ subject: String, _ error: any Error) {
        switch error {
        case let fault as ServiceFault: add(.wrong, subject, fault.message, help: fault.help)
        case let fault as CommandFault: add(.wrong, subject, fault.message, help: fault.help)
        default: add(.wrong, subject, "\(error)")
        }
    }
}

extension Doctor {
    private mutating func examineCCV() async {
        do {
            let client = try live.ccv()
            let methods = try await client.methods()
            let mode = try live.keyMode()?.rawValue ?? ""
            add(.ok, "CCV key", "\(mode) key")
            if mode == APIKey.Mode.test.rawValue {
                let allowed = live.connection.ccv.allowsTest
                add(
                    allowed ? .doubtful : .ok, "CCV test key",
                    allowed
                        ? "ccv.allow_test is true: payments that are not real would be booked"
                        : "its payments are shown and never booked",
                    help: allowed ? "use a key that begins with l_ for the real books" : "")
            }
            examineMethods(methods.map(\.method))
            let now = AsOf.now
            let weekAgo = Instant(milliseconds: now.milliseconds - 7 * 86_400_000)
            let found = try await client.discover(from: weekAgo, to: now)
            add(
                found.isComplete ? .ok : .doubtful, "CCV payments",
                "\(found.records.count) in the last 7 days; parts and whole agree"
                    + found.doubts.map { "; " + $0 }.joined())
        } catch {
            add("CCV", error)
        }
    }

    /// A method that the key has and the rules give no account will be an error.
    private mutating func examineMethods(_ methods: [String]) {
        let known = Set(rules.accounts.suspense.map(\.method))
        let unknown = Set(methods.map(Self.normalised)).subtracting(known)
            .subtracting(["landingpage", "token", "vault"]).sorted()
        if unknown.isEmpty {
            add(.ok, "suspense accounts", "every method of the key has one")
        } else {
            add(
                .doubtful, "suspense accounts",
                "no account for \(unknown.joined(separator: ", "))",
                help: "add them under  accounts: suspense:  or their payments become errors")
        }
    }

    /// In lower case without `_`, `-` and spaces, as methods are compared.
    private static func normalised(_ method: String) -> String {
        method.lowercased().filter { $0 != "_" && $0 != "-" && $0 != " " }
    }
}

extension Doctor {
    private mutating func examineTwinfield() async {
        do {
            let client = try live.twinfield(office: rules.office)
            let office = try await client.office()
            add(.ok, "office", "\(office.code) \(office.name)")
            examineCurrency(office.baseCurrency)
            try await examineClock(client)
            try await examineDaybooks(client)
            try await examineAccounts(client)
            try await examineCustomers(client)
            try await examineBrowses(client)
        } catch {
            add("Twinfield", error)
        }
    }

    private mutating func examineCurrency(_ currency: CurrencyCode?) {
        guard let currency else {
            return add(.notChecked, "currency", "Twinfield does not say which one the office has")
        }
        if currency == .eur {
            add(.ok, "currency", currency.text)
        } else {
            add(
                .doubtful, "currency", "the office keeps its books in \(currency.text)",
                help: "payments in another currency become errors")
        }
    }

    private mutating func examineClock(_ client: TwinfieldClient) async throws {
        let there = try await client.serverDate()
        let seconds = (AsOf.now.milliseconds - there.milliseconds) / 1000
        if seconds.magnitude <= 60 {
            add(.ok, "clock", "within a minute of Twinfield's")
        } else {
            add(
                .doubtful, "clock",
                "\(seconds.magnitude) seconds "
                    + (seconds > 0 ? "ahead of" : "behind") + " Twinfield's",
                help: "let the system keep its time, such as by  timedatectl set-ntp true")
        }
    }

    private mutating func examineDaybooks(_ client: TwinfieldClient) async throws {
        let journals = Set(try await client.daybooks(category: "journal").map(\.code))
        for journal in Set(rules.templates.map(\.journal)).sorted() {
            examine(journal, in: journals, "memo journal", category: "journal")
        }
        let sales = Set(try await client.daybooks(category: "sales").map(\.code))
        for daybook in rules.match.daybooks ?? [] {
            examine(daybook, in: sales, "sales daybook", category: "sales")
        }
    }

    private mutating func examine(
        _ code: String, in codes: Set<String>, _ subject: String, category: String
    ) {
        if codes.contains(code) { return add(.ok, "\(subject) \(code)") }
        let there = codes.sorted().joined(separator: ", ")
        add(
            .wrong, "\(subject) \(code)",
            "there is no daybook of category \(category) with this code",
            help: there.isEmpty ? "make one in Twinfield" : "the office has: \(there)")
    }

    private mutating func examineAccounts(_ client: TwinfieldClient) async throws {
        var codes: [String: String] = [:]
        for suspense in rules.accounts.suspense {
            let brand = suspense.brand.isEmpty ? "" : "/" + suspense.brand
            for code in [suspense.account] + suspense.inCurrency.values
                + suspense.onConnection.values
            { codes[code] = codes[code] ?? "suspense account of " + suspense.method + brand }
        }
        for debtors in rules.accounts.debtors { codes[debtors] = "debtors account" }
        var there: Set<String> = []
        for type in ["BAS", "PNL"] {
            there.formUnion(try await client.accounts(type: type).map(\.code))
        }
        for (code, subject) in codes.sorted(by: { $0.key < $1.key }) {
            if there.contains(code) {
                add(.ok, "\(subject) \(code)")
            } else {
                add(
                    .wrong, "\(subject) \(code)", "it does not exist in office \(rules.office)",
                    help: "make it in Twinfield, or change  accounts:  in the rules")
            }
        }
    }

    /// A customer's own control account is the account of its sales.
    private mutating func examineCustomers(_ client: TwinfieldClient) async throws {
        let customers = try await client.accounts(type: "DEB")
        let others = Dictionary(grouping: customers.filter { !$0.substituteWith.isEmpty }) {
            $0.substituteWith
        }.filter { !rules.accounts.debtors.contains($0.key) }
        guard !others.isEmpty else {
            return add(
                .ok, "customers", "\(customers.count), all on a debtors account of the rules")
        }
        for (account, customers) in others.sorted(by: { $0.key < $1.key }) {
            add(
                .doubtful, "customers on account \(account)",
                "\(customers.count), such as \(customers[0].code) \(customers[0].name)",
                help: "add it to  accounts: debtors:  or their sales are never paid")
        }
    }

    private mutating func examineBrowses(_ client: TwinfieldClient) async throws {
        let year = rules.timeZone.date(of: AsOf.now).parts.year
        let items = try await client.openItems(years: year...year)
        add(.ok, "browse 100", "\(items.rows.count) lines of customers in \(year)")
        let now = try await client.serverDate()
        let dayAgo = Instant(milliseconds: now.milliseconds - 86_400_000)
        for journal in Set(rules.templates.map(\.journal)).sorted() {
            let lines = try await client.memoLines(
                journal: journal, inputFrom: dayAgo, inputTo: now)
            add(.ok, "lines of \(journal)", "\(lines.rows.count) in the last day")
        }
    }
}
