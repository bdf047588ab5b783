import FoundationEssentials
import Wording

/// A line of the decisions file, as far as pages show it.
struct DecisionCard: Decodable, Sendable {
    /// The line of a sale.
    struct Sale: Decodable, Sendable, Hashable {
        var code: String
        var number: String
        var line: String
    }

    /// A sale that was held against the payment.
    struct Candidate: Decodable, Sendable {
        /// What stands in the way.
        struct Miss: Decodable, Sendable, Spoken {
            var criterion: String
            var text: String
            var dutch: String?

            enum CodingKeys: String, CodingKey {
                case criterion, text
                case dutch = "text_nl"
            }
        }

        var sale: Sale
        var customer: String?
        var criteria: [String: String]
        var obstacles: [String]?
        var row: Int?
        var then: String?
        var misses: [Miss]?

        enum CodingKeys: String, CodingKey {
            case sale, customer, criteria, obstacles, row, then
            case misses = "would_book_if"
        }
    }

    /// A rule of `select` and why it did not apply.
    struct Rule: Decodable, Sendable {
        /// The first test that did not hold.
        struct Failure: Decodable, Sendable {
            var key: String
            var wanted: String
            var found: String
        }

        var id: String
        var failed: Failure?
    }

    /// A code with its sentence.
    struct Remark: Decodable, Sendable, Spoken {
        var code: String
        var text: String
        var dutch: String?

        enum CodingKeys: String, CodingKey {
            case code, text
            case dutch = "text_nl"
        }
    }

    var outcome: String
    var rule: String?
    var sale: Sale?
    var reasons: [Remark]?
    var warnings: [Remark]?
    var candidates: [Candidate]?
    var total: Int?
    var rules: [Rule]?
    var orderNumber: String?
    var lead: String?

    enum CodingKeys: String, CodingKey {
        case outcome, rule, sale, reasons, warnings, candidates, lead
        case total = "candidates_total"
        case rules = "rules_tried"
        case orderNumber = "order_number"
    }

    /// Reads a line; nil when there is none, or one of another program.
    init?(_ bytes: [UInt8]?) {
        guard let bytes, let card = try? JSONDecoder().decode(Self.self, from: Data(bytes)) else {
            return nil
        }
        self = card
    }

    /// A sentence of this decision in the language of a page; nil for one that is not of it, or was
    /// kept in English only.
    func sentence(_ text: String, in language: OutputLanguage) -> String? {
        let remarks = (reasons ?? []) + (warnings ?? [])
        guard let remark = remarks.first(where: { $0.text == text }) else { return nil }
        return language == .english || remark.dutch != nil ? remark.text(in: language) : nil
    }
}

/// A recorded sentence: in English, and in Dutch since the ledger keeps both.
protocol Spoken {
    var text: String { get }
    var dutch: String? { get }
}

extension Spoken {
    /// The sentence in the language of a page, as far as it is there.
    func text(in language: OutputLanguage) -> String {
        language == .dutch ? dutch ?? text : text
    }
}
