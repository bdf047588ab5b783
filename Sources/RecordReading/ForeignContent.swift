import DomainModel

/// Content that is no record file at all, known by its first bytes.
enum ForeignContent {
    case utf16
    case webPage
    case xml
    case gzip
    case zip

    /// This many bytes from the first one on are enough to tell a web page from XML.
    static let lookAhead = 1024

    /// Recognises the first bytes of a file behind a byte order mark and white space.
    static func recognise(_ head: UnsafeBufferPointer<UInt8>) -> ForeignContent? {
        guard let first = head.first else { return nil }
        let second = head.count > 1 ? head[1] : 0x20
        switch (first, second) {
        case (0xFF, 0xFE), (0xFE, 0xFF), (0x00, _), (_, 0x00): return .utf16
        case (0x1F, 0x8B): return .gzip
        case (UInt8(ascii: "P"), UInt8(ascii: "K")): return .zip
        case (UInt8(ascii: "<"), _): return isWebPage(head) ? .webPage : .xml
        default: return nil
        }
    }

    /// What was found, for a message.
    var found: String {
        switch self {
        case .utf16: "text in UTF-16"
        case .webPage: "a web page (HTML), not data"
        case .xml: "XML"
        case .gzip: "a compressed file (gzip)"
        case .zip: "a zip archive or a spreadsheet"
        }
    }

    /// What to do about it.
    var help: String {
        switch self {
        case .utf16: "Save the file as UTF-8."
        case .webPage:
            "A server answered with a page, often an error or a login; look at it in a browser."
        case .xml: "Only open items and customers may be XML; payments are JSON."
        case .gzip, .zip: "Unpack it, or export it as JSON."
        }
    }

    private static func isWebPage(_ head: UnsafeBufferPointer<UInt8>) -> Bool {
        let limit = min(head.count, lookAhead)
        for start in 0..<limit where head[start] == UInt8(ascii: "<") {
            let tag = UnsafeBufferPointer(rebasing: head[start..<limit])
            let isPage =
                AsciiWord.begins(tag, "<html") || AsciiWord.begins(tag, "<!doctype html")
            if isPage { return true }
        }
        return false
    }
}
