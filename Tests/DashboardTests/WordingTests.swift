import DomainModel
import Foundation
import HTTPTypes
import RuleEngine
import RunnerCore
import Testing
import Wording

@testable import Dashboard

@Suite("The words of the dashboard")
struct WordingTests {
    @Test(
        "Every reason code has a title, a meaning and what to do, in both languages",
        arguments: ReasonCode.allCases.map(\.rawValue))
    func reasons(code: String) throws {
        let words = try #require(ReasonWords.all[code])
        for phrase in [words.title, words.meaning, words.advice] {
            #expect(!phrase.nl.isEmpty && !phrase.en.isEmpty)
        }
        #expect(words.title.nl != code)
    }

    @Test("The codes that the pages of the manual name have words too")
    func documentedCodes() throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        for name in ["docs/running.md", "docs/decisions-file.md"] {
            let text = try String(contentsOf: root.appending(path: name), encoding: .utf8)
            let isCodes = name == "docs/running.md"
            let start = text.range(of: isCodes ? "| code | means | do |" : "## Reason codes")
            let end = text.range(of: isCodes ? "One run at a time" : "## Warnings")
            let part = text[try #require(start).upperBound..<(try #require(end)).lowerBound]
            let codes = part.split(separator: "\n").filter { $0.hasPrefix("| `") }.flatMap { line in
                line.split(separator: "|")[0].split(separator: "`").map(String.init)
                    .filter { $0.contains("_") || ReasonCode(rawValue: $0) != nil }
            }
            #expect(codes.count > 5)
            for code in codes where !code.hasPrefix("ccv_…") && !code.hasPrefix("twinfield_…") {
                #expect(ReasonWords.all[code] != nil, "\(code)")
            }
        }
    }

    @Test("A code that nobody knows is shown as it is, and a fault of a service by its name")
    func otherCodes() {
        #expect(ReasonWords.of("brand_new").title.nl == "brand_new")
        #expect(ReasonWords.of("twinfield_refused").title.nl == "Twinfield gaf geen antwoord")
        #expect(ReasonWords.of("ccv_must_act").title.nl == "CCV vraagt om ingrijpen")
    }

    @Test("The templates use every text of the table, and no other")
    func texts() {
        var used: Set<String> = []
        for (_, text) in DashboardTexts.templates {
            for part in text.components(separatedBy: "{{t.").dropFirst() {
                used.insert(String(part.prefix { $0 != "}" }))
            }
        }
        #expect(used.subtracting(PageText.all.keys) == [])
        #expect(Set(PageText.all.keys).subtracting(used) == [])
    }

    @Test("Every text is there in both languages")
    func bothLanguages() {
        for (key, phrase) in PageText.all {
            #expect(!phrase.nl.isEmpty && !phrase.en.isEmpty, "\(key)")
        }
    }

    @Test("Every state has words", arguments: PaymentState.allCases)
    func states(state: PaymentState) {
        #expect(StateWords.title(state).nl != StateWords.title(nil).nl)
        #expect(!StateWords.style(state).isEmpty)
    }

    @Test(
        "Amounts are written as people write them",
        arguments: [
            (0, "EUR", "€\u{A0}0,00", "€\u{A0}0.00"),
            (5, "EUR", "€\u{A0}0,05", "€\u{A0}0.05"),
            (123_450, "EUR", "€\u{A0}1.234,50", "€\u{A0}1,234.50"),
            (-123_456_789, "EUR", "€\u{A0}-1.234.567,89", "€\u{A0}-1,234,567.89"),
            (1_000, "JPY", "JPY\u{A0}1.000", "JPY\u{A0}1,000"),
            (1_234, "", "12,34", "12.34"),
        ])
    func amounts(amount: Int64, currency: String, nl: String, en: String) {
        #expect(Speaker(language: .dutch, zone: .utc).money(amount, currency) == nl)
        #expect(Speaker(language: .english, zone: .utc).money(amount, currency) == en)
    }

    @Test("The language of a switch stays for the next pages")
    func languageSwitch() async throws {
        try await Browser.visit { browser in
            let first = try await browser.get("/open").page
            let link = try #require(first.first("a") { $0["hreflang"] == "en" }?["href"])
            #expect(try await browser.get(link).page["lang"] == "en")
            #expect(try await browser.get("/fouten").page["lang"] == "en")
            #expect(try await browser.get("/nergens").page["lang"] == "en")
        }
    }
}
