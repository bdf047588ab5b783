public import Wording

/// Why a text of an entry cannot be written as the template says.
public struct TextFault: Error, Sendable, Equatable {
    /// The reason code of the decision.
    public var code: ReasonCode
    /// The sentence of the decision.
    public var text: Phrase
}
