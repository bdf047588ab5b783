/// Whether an answer is about the administration that was asked for (API reference, 10, row 18).
///
/// A recorded answer names an administration in another form than the request did. So another name
/// is let pass with a warning when it is no administration of this user and all agree on it; what
/// was asked of one administration and answered by another is never used.
struct OfficeCheck: Sendable {
    /// What the check came to.
    enum Verdict: Sendable, Equatable {
        /// All is of the administration that was asked for.
        case same
        /// All is of one administration, whose name is not ours.
        case named(String)
        /// Several administrations are in one answer; one of the others.
        case mixed(String)
    }

    private let office: String
    private var isOursSeen = false
    private var other: String?
    private var isMixed = false

    /// Begins a check for an administration.
    init(_ office: String) { self.office = office }

    /// Notes an administration that the answer names; an empty name says nothing.
    mutating func note(_ name: String) {
        if name.isEmpty { return }
        if Self.isSame(name, office) {
            isOursSeen = true
        } else if let other, !Self.isSame(name, other) {
            isMixed = true
        } else {
            other = name
        }
    }

    /// What the check came to.
    var verdict: Verdict {
        guard let other else { return .same }
        return isOursSeen || isMixed ? .mixed(other) : .named(other)
    }

    /// Whether two codes name the same administration: without regard to case and outer spaces.
    static func isSame(_ left: String, _ right: String) -> Bool { form(left) == form(right) }

    private static func form(_ code: String) -> String {
        String(code.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed()).lowercased()
    }
}
