/// The e-mail addresses of one customer, in the order in which they stand, each once.
struct EmailList {
    /// The addresses; none empty, none twice whatever the case.
    private(set) var addresses: [String] = []
    private var seen: Set<String> = []

    /// Adds the addresses in a text: separated by `;`, `,` or spaces, perhaps in angle brackets.
    ///
    /// What has no `@` is no address: people write "geen" or a name beside it.
    mutating func add(_ text: UnsafeBufferPointer<UInt8>) {
        for piece in text.split(whereSeparator: Self.isSeparator)
        where piece.contains(UInt8(ascii: "@")) {
            let address = String(decoding: piece, as: UTF8.self)
            if seen.insert(address.lowercased()).inserted { addresses.append(address) }
        }
    }

    private static func isSeparator(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: ";"), UInt8(ascii: ","), UInt8(ascii: "<"), UInt8(ascii: ">"): true
        default: TextBytes.isSpace(byte)
        }
    }
}
