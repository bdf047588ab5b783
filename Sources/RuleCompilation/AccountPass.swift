import DomainModel
import RuleEngine
import RuleSyntax
import SourceDiagnostics

extension CompilationPasses {
    /// The accounts: codes that Twinfield can take, each method once, known methods all there.
    mutating func compileAccounts() -> AccountPlan? {
        let debtors = declaration.debtors.compactMap { checkedCode($0, "account") }
        var suspense: [AccountPlan.Suspense] = []
        var seen: [String: SourceRange] = [:]
        for row in declaration.suspense {
            let key = row.method
            guard let (method, brand) = methodAndBrand(key) else { continue }
            if let first = seen[method + "/" + brand] {
                report(
                    .duplicateName, at: key.range,
                    "\(key.value) has an account already",
                    help: "keep one of the two",
                    notes: [Diagnostic.Note("the first one stands here", at: first)])
                continue
            }
            seen[method + "/" + brand] = key.range
            guard let code = checkedCode(row.account, "account") else { continue }
            suspense.append(
                AccountPlan.Suspense(
                    method: method, brand: brand, account: code,
                    inCurrency: compileCurrencies(row.inCurrency),
                    onConnection: Dictionary(
                        row.onConnection.compactMap { name, account in
                            checkedCode(account, "account").map { (name.value, $0) }
                        }, uniquingKeysWith: { first, _ in first })))
        }
        let plan = AccountPlan(debtors: debtors, suspense: suspense)
        reportMethodsWithoutAccount(plan)
        return debtors.isEmpty ? nil : plan
    }

    private mutating func compileCurrencies(
        _ accounts: [(key: Located<String>, value: Located<String>)]
    ) -> [String: String] {
        var result: [String: String] = [:]
        for (key, account) in accounts {
            guard let currency = CurrencyCode(key.value.utf8) else {
                report(
                    .malformedValue, at: key.range,
                    "\"\(key.value)\" is no currency; expected three letters",
                    help: "write  in_currency: { GBP: \"2151\" }")
                continue
            }
            if let code = checkedCode(account, "account") { result[currency.text] = code }
        }
        return result
    }

    private mutating func methodAndBrand(
        _ key: Located<String>
    ) -> (method: String, brand: String)? {
        let parts = key.value.split(separator: "/", omittingEmptySubsequences: false)
        let words = parts.map { String(decoding: WordTable.normalised($0.utf8), as: UTF8.self) }
        guard parts.count <= 2, words.allSatisfy({ !$0.isEmpty }) else {
            report(
                .malformedValue, at: key.range,
                "\"\(key.value)\" is no method; expected method, method/brand or method/*",
                help: "write  ideal  or  card/visa  or  card/*")
            return nil
        }
        if !CCVVocabulary.methods.contains(words[0]) {
            reportUnknown("method", words[0], key.range, among: CCVVocabulary.methods)
        } else if words.count == 2, words[1] != "*", words[0] == CCVVocabulary.card,
            !CCVVocabulary.brands.contains(words[1])
        {
            reportUnknown("brand", words[1], key.range, among: CCVVocabulary.brands)
        }
        return (words[0], words.count == 2 ? words[1] : "")
    }

    private mutating func reportUnknown(
        _ what: String, _ word: String, _ range: SourceRange, among known: [String]
    ) {
        let near = Suggestion.nearest(to: word, among: known)
        report(
            .unknownMethod, at: range, "CCV is not known to have a \(what) \(word)",
            help: near.map { "did you mean  \($0)?" }
                ?? "known are: " + known.joined(separator: ", "))
    }

    private mutating func reportMethodsWithoutAccount(_ plan: AccountPlan) {
        guard let place = declaration.suspenseRange, let accounts = declaration.accountsRange,
            !isRefused(accounts)
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
        guard let first = missing.first else { return }
        let names = missing.joined(separator: ", ")
        report(
            .methodWithoutAccount, at: place,
            missing.count == 1
                ? "method \(names) has no account: its payments will be errors"
                : "these methods have no account, so their payments will be errors: \(names)",
            help: "add  \(first): \"…\"  to accounts.suspense, or name the methods of this shop"
                + " in  methods: [ideal, …]")
    }
}
