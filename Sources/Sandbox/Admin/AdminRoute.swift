/// One thing that can be done at the admin address.
struct AdminRoute: Sendable {
    /// Does it: reads the state or changes it, and says what came of it.
    typealias Action =
        @Sendable (AdminCall, inout SandboxState) throws(SandboxFault) -> JSONTree

    /// `GET`, `POST` or `DELETE`.
    let method: String
    /// The path behind `/admin`; a step in braces stands for any text.
    let path: String
    /// What it does, for the index.
    let does: String
    /// Does it.
    let action: Action

    init(_ method: String, _ path: String, _ does: String, _ action: @escaping Action) {
        self.method = method
        self.path = path
        self.does = does
        self.action = action
    }

    /// The texts in the place of the braces, when a path is of this route.
    func arguments(in steps: [Substring]) -> [String]? {
        let own = path.split(separator: "/")
        guard own.count == steps.count else { return nil }
        var arguments: [String] = []
        for (name, step) in zip(own, steps) {
            if name.first == "{" {
                arguments.append(String(step))
            } else if name != step {
                return nil
            }
        }
        return arguments
    }

    /// Everything that can be done.
    static let all: [AdminRoute] =
        SandboxActions.routes + BooksReading.routes + BooksActions.routes + PaymentActions.routes
}
