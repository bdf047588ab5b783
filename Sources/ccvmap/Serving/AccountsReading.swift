import Dashboard
import DomainModel
import LedgerStore
import RuleEngine
import RunnerCore
import ServiceHTTP
import TwinfieldClient
import TwinfieldXML
import Wording

/// Reads office, accounts and balances of a connection from Twinfield, by reading only.
///
/// It costs some six credits: the office, the balance accounts and those of profit and loss, the
/// definition of a browse, the lines of the suspense accounts, and those of each debtors account.
struct AccountsReading {
    let live: LiveConnection
    let rules: CompiledRuleSet
    /// The entries that this program booked in the office.
    let booked: Set<EntryKey>

    /// What Twinfield has; an account whose lines cannot be read keeps its name.
    func read() async throws -> AccountsView {
        let client = try live.twinfield(office: rules.office)
        let office = try await client.office()
        var view = AccountsView()
        view.office = office.code
        view.officeName = office.name
        if let currency = office.baseCurrency { view.currency = currency.text }
        let balance = try await client.accounts(type: "BAS")
        let result = try await client.accounts(type: "PNL")
        var accounts = codes.map { code in
            Self.account(code, balance: balance, result: result, office: office.code)
        }
        for range in ranges(of: accounts) {
            await fill(&accounts, range, client)
        }
        view.accounts = accounts
        return view
    }

    /// The accounts that the rules name for this connection.
    private var codes: [String] {
        let suspense = rules.accounts.suspense.map { $0.onConnection[live.name] ?? $0.account }
        return Set(rules.accounts.debtors + suspense).sorted()
    }

    /// From which code to which the lines are read in one question each: the debtors accounts by
    /// themselves, as they have many lines, and the others together where their codes allow it.
    private func ranges(of accounts: [AccountsView.Account]) -> [(from: String, to: String)] {
        let known = accounts.filter { !$0.name.isEmpty }.map(\.code)
        let debtors = known.filter { rules.accounts.debtors.contains($0) }
        let others = known.filter { !rules.accounts.debtors.contains($0) }
        let alone = debtors.map { (from: $0, to: $0) }
        guard let first = others.first, let last = others.last else { return alone }
        // Which codes lie between codes of other lengths, only Twinfield knows.
        let isPlain = others.allSatisfy { code in
            code.utf8.count == first.utf8.count
                && code.utf8.allSatisfy { (0x30...0x39).contains($0) }
        }
        let isApart = !debtors.contains { $0 >= first && $0 <= last }
        return isPlain && isApart
            ? [(from: first, to: last)] + alone : others.map { (from: $0, to: $0) } + alone
    }

    private func fill(
        _ accounts: inout [AccountsView.Account], _ range: (from: String, to: String),
        _ client: TwinfieldClient
    ) async {
        do {
            let lines = try await client.accountLines(from: range.from, to: range.to)
            let rows = Dictionary(grouping: lines.rows, by: \.account)
            for index in accounts.indices
            where accounts[index].code >= range.from && accounts[index].code <= range.to {
                let own = rows[accounts[index].code] ?? []
                accounts[index].balance = Self.sum(own)
                accounts[index].ours = Self.sum(
                    own.filter {
                        booked.contains(EntryKey(daybook: $0.code, number: $0.number))
                    })
            }
        } catch {
            let why = error.message
            for index in accounts.indices
            where accounts[index].code >= range.from && accounts[index].code <= range.to {
                accounts[index].fault =
                    accounts[index].fault
                    ?? Phrase(
                        en: "The balance could not be read (\(why)).",
                        nl: "Het saldo kon niet worden gelezen (\(why)).")
            }
        }
    }

    /// The sum in minor units; nil when it is larger than can be counted.
    private static func sum(_ rows: [MemoLineTable.Row]) -> Int64? {
        var total: Int64 = 0
        for row in rows {
            guard let value = row.value else { return nil }
            let (next, isTooMuch) = total.addingReportingOverflow(value)
            guard !isTooMuch else { return nil }
            total = next
        }
        return total
    }

    private static func account(
        _ code: String, balance: [TwinfieldXML.Account], result: [TwinfieldXML.Account],
        office: String
    ) -> AccountsView.Account {
        var account = AccountsView.Account(code: code)
        if let found = balance.first(where: { $0.code == code }) {
            account.name = found.name.isEmpty ? code : found.name
            if !found.status.isEmpty, found.status != "active" {
                account.fault = Phrase(
                    en: "In Twinfield its status is \(found.status): it cannot be booked on.",
                    nl: "In Twinfield is de status \(found.status): er kan niet op worden geboekt.")
            }
        } else if let found = result.first(where: { $0.code == code }) {
            account.name = found.name.isEmpty ? code : found.name
            account.fault = Phrase(
                en: "This is an account of profit and loss; it must be a balance account. Make one"
                    + " in Twinfield, or change accounts in the rules.",
                nl: "Dit is een resultatenrekening; het moet een balansrekening zijn. Maak er een"
                    + " in Twinfield, of wijzig accounts in de regels.")
        } else {
            account.fault = Phrase(
                en: "It does not exist in office \(office). Make it in Twinfield, as a balance"
                    + " account, or change accounts in the rules.",
                nl: "Bestaat niet in administratie \(office). Maak haar in Twinfield, als"
                    + " balansrekening, of wijzig accounts in de regels.")
        }
        return account
    }
}
