import Foundation
import Testing

/// A folder of `examples/`: payments, open items, and what comes of them.
struct ExampleWorld: CustomTestStringConvertible, Sendable {
    let name: String
    let payments: String
    let openItems: String
    var customers: String?
    /// The rules by their path in the project.
    var rules = "rules"
    /// 0 when all is booked, skipped or waiting; 3 when a payment needs a person.
    let exitCode: Int32

    var testDescription: String { name }
    var folder: String { "examples/" + name }

    /// The command that the README of the example shows, without what it writes.
    var arguments: [String] {
        var words = ["dry-run"]
        if rules != "rules" { words += ["--rules", rules] }
        words += ["--payments", "\(folder)/\(payments)", "--open-items", "\(folder)/\(openItems)"]
        if let customers { words += ["--customers", "\(folder)/\(customers)"] }
        return words + ["--as-of", "2026-11-20"]
    }

    static let all = [
        ExampleWorld(
            name: "one-ideal-sale", payments: "payments.json", openItems: "open-items.xml",
            exitCode: 0),
        ExampleWorld(
            name: "mixed-day", payments: "payments.json", openItems: "open-items.xml",
            customers: "customers.xml", exitCode: 3),
        ExampleWorld(
            name: "long-order-numbers", payments: "payments.ndjson",
            openItems: "open-items.ndjson", exitCode: 3),
        ExampleWorld(
            name: "cards-by-brand", payments: "payments.ndjson", openItems: "open-items.ndjson",
            rules: "examples/cards-by-brand/rules", exitCode: 0),
        ExampleWorld(
            name: "office-with-base", payments: "payments.ndjson",
            openItems: "open-items.ndjson", rules: "examples/office-with-base/klant/rules",
            exitCode: 3),
    ]
}
