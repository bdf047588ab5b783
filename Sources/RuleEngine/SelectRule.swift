public import DomainModel

/// A rule of `select`: the payments it applies to, and what becomes of them.
public struct SelectRule: Sendable {
    /// What becomes of a payment.
    public enum Action: Sendable, Equatable {
        /// This outcome, for this reason.
        case outcome(Outcome, ReasonCode)
        /// Find its sale and book with the template of this position.
        case findSale(template: Int)
    }

    /// A test of a payment; a rule applies when all of its tests hold.
    public enum Test: Sendable, Equatable {
        /// The word is one of these, in normal form (`WordTable.normalised`).
        case word(PaymentWordField, anyOf: [String])
        /// The currency is one of these.
        case currency(anyOf: [CurrencyCode])
        /// Whether it is the parent of a landing-page payment.
        case landingPageParent(Bool)
        /// Whether there is such a text.
        case given(PaymentTextField, Bool)
        /// The text is, begins with, ends with or contains one of these lower-case texts.
        case text(PaymentTextField, TextComparison, anyOf: [String])
        /// The amount lies within these bounds, in minor units.
        case amount(atLeast: Int64, atMost: Int64)
    }

    /// How a text is compared; always ignoring the case of letters.
    public enum TextComparison: Sendable, Equatable {
        /// The whole text.
        case equals
        /// Its beginning.
        case startsWith
        /// Its end.
        case endsWith
        /// Any part of it.
        case contains
    }

    /// The name; it stands in every decision the rule makes.
    public var id: String
    /// All must hold.
    public var tests: [Test]
    /// What becomes of the payment.
    public var action: Action
    /// The reason in the words of who wrote the rule; empty for the standard sentence.
    public var because: String

    /// Takes the proved parts.
    public init(id: String, tests: [Test], action: Action, because: String) {
        self.id = id
        self.tests = tests
        self.action = action
        self.because = because
    }
}
