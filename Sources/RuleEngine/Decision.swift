public import Wording

/// A decision with everything that explains it.
public struct Decision: Sendable {
    /// A reason or a warning: its code, and a sentence that names what was seen.
    public struct Remark: Sendable, Equatable {
        /// The code, for programs.
        public var code: String
        /// The sentence, for people, in every language.
        public var phrase: Phrase
        /// The sentence in English, as files have it.
        public var text: String { phrase.en }
    }

    /// The position of the payment in the input.
    public var payment: Int
    /// What was decided.
    public var verdict: Verdict
    /// Why it is not booked; never empty unless it is.
    public var reasons: [Remark]
    /// What to know although it was decided: texts cut, characters replaced.
    public var warnings: [Remark]
    /// The sales held against it, best first.
    public var candidates: [Candidate]
}
