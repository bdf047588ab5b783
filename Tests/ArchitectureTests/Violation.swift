/// A place in the tree that breaks a rule of the house.
struct Violation: Hashable, CustomStringConvertible {
    /// The path, from the folder that was looked at.
    let path: String
    /// The line, from 1.
    let line: Int
    /// What is wrong, to be read behind the place.
    let message: String

    init(_ path: String, _ line: Int, _ message: String) {
        self.path = path
        self.line = line
        self.message = message
    }

    var description: String { "\(path):\(line): \(message)" }
}
