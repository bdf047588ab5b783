/// A promise that an input broke.
package struct FuzzFinding: Error, Sendable, CustomStringConvertible {
    /// The promise, the same for every input that breaks it.
    package let promise: String
    /// What was found instead.
    package let found: String

    /// States what was promised and what was found.
    package init(_ promise: String, _ found: String = "") {
        self.promise = promise
        self.found = String(found.prefix(2000))
    }

    package var description: String { found.isEmpty ? promise : "\(promise): \(found)" }
}

/// Throws a finding when a promise is not kept.
func promise(
    _ isKept: Bool, _ promise: String, _ found: @autoclosure () -> String = ""
) throws(FuzzFinding) {
    if !isKept { throw FuzzFinding(promise, found()) }
}
