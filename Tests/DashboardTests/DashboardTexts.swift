@testable import Dashboard

/// The templates as they stand in the program.
enum DashboardTexts {
    static var templates: [(name: String, text: String)] {
        TemplateBook.sources.sorted { $0.key < $1.key }
            .map { (name: $0.key, text: String(decoding: $0.value, as: UTF8.self)) }
    }
}
