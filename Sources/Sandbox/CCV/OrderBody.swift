import DomainModel
import FoundationEssentials

/// The body of a call that writes; what CCV may know besides is not looked at.
struct OrderBody: Decodable {
    /// A value that is a text or a number; libraries send both.
    struct Loose: Decodable {
        /// As it came; a number in plain digits.
        let text: String

        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            if let text = try? container.decode(String.self) {
                self.text = text
            } else {
                text = try container.decode(Decimal.self).description
            }
        }

        func limited(to length: Int, _ field: String) throws(CCVProblem) -> String {
            guard text.count <= length else {
                throw .invalidField(field, "at most \(length) characters")
            }
            return text
        }
    }

    var reference: Loose?
    var amount: Loose?
    var currency: Loose?
    var method: Loose?
    var brand: Loose?
    var returnUrl: Loose?
    var transactionType: Loose?
    var merchantOrderReference: Loose?
    var description: Loose?
    var metadata: Loose?
    var language: Loose?
    var billingEmail: Loose?

    init(_ bytes: [UInt8]) throws(CCVProblem) {
        do {
            self = try JSONDecoder().decode(OrderBody.self, from: Data(bytes))
        } catch {
            throw .invalidBody("not a JSON object with the known fields")
        }
    }

    func currencyCode() throws(CCVProblem) -> CurrencyCode {
        guard let code = currency.flatMap({ CurrencyCode($0.text.utf8) }) else {
            throw .invalidField("currency", "three letters")
        }
        return code
    }

    /// Nil when there is no amount.
    func minorUnits(currency: CurrencyCode) throws(CCVProblem) -> Int64? {
        guard let amount else { return nil }
        // "9.99" has as many decimals as the library of CCV writes, for every currency.
        guard let value = try? MinorUnits.parse(amount.text, digits: currency.minorDigits),
            value > 0
        else { throw .invalidField("amount", "an amount such as 9.99") }
        return value
    }
}
