import DomainModel
import Wording

/// The accounts of a connection: those of the rules, with what Twinfield has of them.
struct AccountRows {
    let visit: Visit

    /// The fields of a connection's section.
    func fields(_ view: AccountsView, _ facts: ConfigurationFacts.Connection) -> Fields {
        let known = Dictionary(view.accounts.map { ($0.code, $0) }) { first, _ in first }
        let uses = Self.uses(facts, say: visit.say)
        return [
            "hasAccounts": !uses.isEmpty, "officeName": shown(view.officeName),
            "hasOfficeFault": view.fault != nil, "officeFault": view.fault.map(visit.say) ?? "",
            "readText": readText(view),
            "accounts": uses.map { code, use in
                row(code, use, known[code] ?? AccountsView.Account(code: code), view.currency)
            },
        ]
    }

    private func row(
        _ code: String, _ use: String, _ account: AccountsView.Account, _ currency: String
    ) -> Fields {
        let others = account.balance.flatMap { balance in
            account.ours.flatMap { ours -> Int64? in
                let (rest, isTooMuch) = balance.subtractingReportingOverflow(ours)
                return isTooMuch ? nil : rest
            }
        }
        func money(_ amount: Int64?) -> String {
            amount.map { visit.speaker.money($0, currency) } ?? "–"
        }
        return [
            "code": shown(code), "use": shown(use), "accountName": shown(account.name),
            "hasFault": account.fault != nil, "fault": account.fault.map(visit.say) ?? "",
            "balance": money(account.balance), "ours": money(account.ours),
            "others": money(others),
        ]
    }

    /// When it was read, and whether that goes on now.
    private func readText(_ view: AccountsView) -> String {
        var parts: [String] = []
        if let readAt = view.readAt {
            parts.append(
                visit.say("read at ", "gelezen om ") + visit.speaker.clock(readAt)
                    + (visit.speaker.zone.date(of: readAt) == visit.speaker.zone.date(of: visit.now)
                        ? "" : ", " + visit.speaker.day(visit.speaker.zone.date(of: readAt))))
        } else {
            parts.append(visit.say("not read yet", "nog niet gelezen"))
        }
        if view.isReading {
            parts.append(
                visit.say(
                    "being read now: load the page again to see it",
                    "wordt nu gelezen: laad de pagina opnieuw om het te zien"))
        }
        return parts.joined(separator: "; ")
    }

    /// Each account of the rules once, with what it is used for: debtors first, then by code.
    private static func uses(
        _ facts: ConfigurationFacts.Connection, say: (String, String) -> String
    ) -> [(code: String, use: String)] {
        var methods: [String: [String]] = [:]
        for row in facts.suspense { methods[row.account, default: []].append(row.method) }
        let debtors = facts.debtors.map { (code: $0, use: say("debtors", "debiteuren")) }
        let suspense = methods.filter { !facts.debtors.contains($0.key) }
            .sorted { $0.key < $1.key }
            .map { (code: $0.key, use: $0.value.joined(separator: ", ")) }
        return debtors + suspense
    }
}
