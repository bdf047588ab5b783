/// Why a request is not written: a text in it that Twinfield would refuse or misread.
public struct RequestFault: Error, Sendable, Equatable {
    /// The element that the text is for, such as `transnumber`.
    public var field: String
    /// What is wrong with the text.
    public var problem: MemoWriterFault.Problem

    /// States a fault.
    public init(field: String, problem: MemoWriterFault.Problem) {
        self.field = field
        self.problem = problem
    }

    /// The fault as a sentence.
    public var message: String { "\(field): \(problem.sentence)" }
}
