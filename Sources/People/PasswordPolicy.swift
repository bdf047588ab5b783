/// Which passwords are taken: long ones, whatever their signs.
///
/// Length is what makes a password hard to guess; rules about signs make people write it down.
public enum PasswordPolicy {
    /// The fewest characters.
    public static let shortest = 12
    /// The most bytes, so that nobody makes the server digest a book.
    public static let most = 512

    /// Why a password is not taken.
    public enum Fault: String, Sendable, Hashable, CaseIterable {
        /// Fewer than twelve characters.
        case short
        /// More than 512 bytes.
        case long
        /// It is the name of the person, with little besides.
        case name
        /// The same few signs again and again.
        case monotonous
    }

    /// What is wrong with a password of a person; nil when nothing is.
    public static func fault(_ password: String, of name: PersonName) -> Fault? {
        guard password.count >= shortest else { return .short }
        guard password.utf8.count <= most else { return .long }
        let plain = password.lowercased()
        if plain.split(separator: name.key).joined().count < shortest / 2, plain.contains(name.key)
        {
            return .name
        }
        return Set(plain).count < 4 ? .monotonous : nil
    }
}
