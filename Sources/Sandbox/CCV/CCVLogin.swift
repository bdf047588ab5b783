import FoundationEssentials

/// HTTP Basic with the key as name and no password (API reference, 2).
enum CCVLogin {
    static func isAllowed(_ request: WireRequest, key: String) -> Bool {
        guard let header = request.header("authorization") else { return false }
        let words = header.split(separator: " ", maxSplits: 1)
        guard words.count == 2, words[0].lowercased() == "basic",
            let data = Data(base64Encoded: String(words[1]))
        else { return false }
        return Array(data) == Array((key + ":").utf8)
    }
}
