/// What an input is read as.
package enum FuzzTarget: String, CaseIterable, Sendable {
    /// The rules file of an office (YAML).
    case rules
    /// A template (YAML).
    case template
    /// A rules file that includes another, or the other (YAML).
    case include
    /// CCV's payments (JSON).
    case payments
    /// Open items as NDJSON.
    case openItems = "open-items"
    /// Customers as NDJSON.
    case customers
    /// Twinfield's answer to browse 100 (XML).
    case browse
    /// Twinfield's answer about customers (XML).
    case dimensions

    /// How a kind of file is written.
    package enum Syntax: String, Sendable {
        case yaml, json, xml
    }

    /// How its files are written.
    package var syntax: Syntax {
        switch self {
        case .rules, .template, .include: .yaml
        case .payments, .openItems, .customers: .json
        case .browse, .dimensions: .xml
        }
    }

    /// The targets in turn, each as often as it deserves.
    static let turns: [FuzzTarget] = [
        .rules, .payments, .browse, .template, .openItems, .rules, .dimensions, .payments,
        .include, .customers, .browse, .rules, .openItems, .template, .browse, .payments,
    ]
}
