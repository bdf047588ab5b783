import DomainModel
import RuleEngine
import RuleSyntax
import SourceDiagnostics
import Wording

extension CompilationPasses {
    /// The accounts: codes that Twinfield can take, each method once, known methods all there.
    mutating func compileAccounts() -> AccountPlan? {
        let debtors = declaration.debtors.compactMap { checkedCode($0, .account) }
        var suspense: [AccountPlan.Suspense] = []
        var seen: [String: SourceRange] = [:]
        for row in declaration.suspense {
            let key = row.method
            guard let (method, brand) = methodAndBrand(key) else { continue }
            if let first = seen[method + "/" + brand] {
                report(
                    .accountTwice(key.value), at: key.range,
                    notes: [Diagnostic.Note(.theFirstStandsHere, at: first)])
                continue
            }
            seen[method + "/" + brand] = key.range
            guard let code = checkedCode(row.account, .account) else { continue }
            suspense.append(
                AccountPlan.Suspense(
                    method: method, brand: brand, account: code,
                    inCurrency: compileCurrencies(row.inCurrency),
                    onConnection: Dictionary(
                        row.onConnection.compactMap { name, account in
                            checkedCode(account, .account).map { (name.value, $0) }
                        }, uniquingKeysWith: { first, _ in first })))
        }
        let plan = AccountPlan(debtors: debtors, suspense: suspense)
        reportMethodsWithoutAccount(plan)
        proveAccounts()
        return debtors.isEmpty ? nil : plan
    }

    private mutating func compileCurrencies(
        _ accounts: [(key: Located<String>, value: Located<String>)]
    ) -> [String: String] {
        var result: [String: String] = [:]
        for (key, account) in accounts {
            guard let currency = CurrencyCode(key.value.utf8) else {
                report(
                    .noCurrency(key.value, example: "in_currency: { GBP: \"2151\" }"),
                    at: key.range)
                continue
            }
            if let code = checkedCode(account, .account) { result[currency.text] = code }
        }
        return result
    }

    private mutating func methodAndBrand(
        _ key: Located<String>
    ) -> (method: String, brand: String)? {
        let parts = key.value.split(separator: "/", omittingEmptySubsequences: false)
        let words = parts.map { String(decoding: WordTable.normalised($0.utf8), as: UTF8.self) }
        guard parts.count <= 2, words.allSatisfy({ !$0.isEmpty }) else {
            report(.noMethod(key.value), at: key.range)
            return nil
        }
        if !CCVVocabulary.methods.contains(words[0]) {
            reportUnknown(.method, words[0], key.range, among: CCVVocabulary.methods)
        } else if words.count == 2, words[1] != "*", words[0] == CCVVocabulary.card,
            !CCVVocabulary.brands.contains(words[1])
        {
            reportUnknown(.brand, words[1], key.range, among: CCVVocabulary.brands)
        }
        return (words[0], words.count == 2 ? words[1] : "")
    }

    private mutating func reportUnknown(
        _ what: Phrase, _ word: String, _ range: SourceRange, among known: [String]
    ) {
        let near = Suggestion.nearest(to: word, among: known)
        report(.unknownMethod(word, what, near: near, known: known), at: range)
    }

    private mutating func reportMethodsWithoutAccount(_ plan: AccountPlan) {
        guard let place = declaration.suspenseRange, let accounts = declaration.accountsRange,
            !isRefused(accounts), !declaration.isMethodsMisspelt
        else { return }
        guard let methods = declaration.methods else {
            return reportWithoutAccount(CCVVocabulary.accountKeys, at: place, plan)
        }
        for method in methods {
            guard let (name, brand) = methodAndBrand(method),
                CCVVocabulary.methods.contains(name), !CCVVocabulary.otherMethods.contains(name)
            else { continue }
            let isAnyCard = name == CCVVocabulary.card && (brand.isEmpty || brand == "*")
            let keys =
                isAnyCard
                ? CCVVocabulary.brands.map { name + "/" + $0 }
                : [brand.isEmpty || brand == "*" ? name : name + "/" + brand]
            reportWithoutAccount(keys, at: method.range, plan)
        }
    }

    /// One warning for all methods that lack an account; a misspelt one has its own already.
    private mutating func reportWithoutAccount(
        _ keys: [String], at place: SourceRange, _ plan: AccountPlan
    ) {
        let written = plan.suspense.map {
            $0.brand.isEmpty || $0.brand == "*" ? $0.method : $0.method + "/" + $0.brand
        }
        let misspelt = Set(
            written.filter { !CCVVocabulary.accountKeys.contains($0) }
                .compactMap { Suggestion.nearest(to: $0, among: CCVVocabulary.accountKeys) })
        let missing = keys.filter { key in
            let parts = key.split(separator: "/").map(String.init)
            let brand = parts.count == 2 ? parts[1] : ""
            return plan.position(method: parts[0], brand: brand) == nil && !misspelt.contains(key)
        }
        if !missing.isEmpty { report(.withoutAccount(missing), at: place) }
    }
}
