/// The line ends of YAML 1.1: LF, CR, CRLF, NEL, LS and PS.
enum YAMLBreak {
    /// The number of bytes of the line end at a place; 0 when there is none.
    static func length(in bytes: [UInt8], at place: Int) -> Int {
        guard place < bytes.count else { return 0 }
        let next = place + 1 < bytes.count ? bytes[place + 1] : 0
        switch bytes[place] {
        case 0x0A: return 1
        case 0x0D: return next == 0x0A ? 2 : 1
        case 0xC2: return next == 0x85 ? 2 : 0
        case 0xE2:
            guard next == 0x80, place + 2 < bytes.count else { return 0 }
            return bytes[place + 2] == 0xA8 || bytes[place + 2] == 0xA9 ? 3 : 0
        default: return 0
        }
    }

    /// What the line end at a place becomes in a text: a LF, except for LS and PS.
    static func text(in bytes: [UInt8], at place: Int) -> [UInt8] {
        bytes[place] == 0xE2 ? Array(bytes[place..<place + 3]) : [0x0A]
    }
}
