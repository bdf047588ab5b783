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
        for (key, account) in declaration.suspense {
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
            guard let code = checkedCode(account, "account") else { continue }
            suspense.append(AccountPlan.Suspense(method: method, brand: brand, account: code))
        }
        let plan = AccountPlan(debtors: debtors, suspense: suspense)
        reportMethodsWithoutAccount(plan)
        return debtors.isEmpty ? nil : plan
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
        guard let place = declaration.suspenseRange else { return }
        var wanted = CCVVocabulary.accountKeys.map { ($0, place) }
        if let methods = declaration.methods {
            wanted = []
            for method in methods {
                guard let (name, brand) = methodAndBrand(method) else { continue }
                let isWholeCard = name == CCVVocabulary.card && brand.isEmpty
                let brands = isWholeCard || brand == "*" ? CCVVocabulary.brands : [brand]
                let keys =
                    name == CCVVocabulary.card
                    ? brands.map { name + "/" + $0 } : [brand.isEmpty ? name : name + "/" + brand]
                wanted += keys.map { ($0, method.range) }
            }
        }
        for (key, range) in wanted {
            let parts = key.split(separator: "/").map(String.init)
            let brand = parts.count == 2 ? parts[1] : ""
            if plan.position(method: parts[0], brand: brand) != nil { continue }
            report(
                .methodWithoutAccount, at: range,
                "method \(key) has no account: its payments will be errors",
                help: "add  \(key): \"…\"  to accounts.suspense, or name the methods of this shop"
                    + " in  methods: [ideal, …]")
        }
    }
}
