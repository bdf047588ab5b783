import RuleSyntax
import SourceDiagnostics

/// Finds what looks like a secret, so that it is refused and never shown.
enum SecretWords {
    private static let keys: Set<String> = [
        "api_key", "apikey", "ccv_key", "client_secret", "secret", "secret_key", "password",
        "passwd", "token", "access_token", "refresh_token", "authorization", "credentials",
    ]

    /// Whether a key is the name of a secret.
    static func isSecret(_ key: String) -> Bool {
        keys.contains(
            String(key.lowercased().map { $0 == "-" || $0 == " " ? "_" : $0 }))
    }

    /// Whether a value has the form of a key of CCV (`l_…`, `t_…`) or names a user in an address.
    static func isSecretValue(_ text: String) -> Bool {
        let isKey =
            (text.hasPrefix("l_") || text.hasPrefix("t_")) && text.utf8.count >= 16
            && text.dropFirst(2).allSatisfy { $0.isLetter || $0.isNumber }
        let hasUser = text.contains("://") && text.contains("@")
        return isKey || hasUser
    }

    /// The tree without secrets, and where they stood.
    static func removed(from node: YAMLNode, _ found: inout [YAMLPair]) -> YAMLNode {
        var node = node
        switch node.content {
        case .scalar:
            guard isSecretScalar(node) else { return node }
            found.append(YAMLPair(key: "", keyRange: node.range, value: node))
            let stars = SourceText(path: node.range.path, bytes: Array("****".utf8))
            node.content = .scalar(YAMLScalar(plain: "****", of: stars))
        case .sequence(let elements):
            node.content = .sequence(elements.map { removed(from: $0, &found) })
        case .mapping(let pairs):
            var kept: [YAMLPair] = []
            for var pair in pairs {
                if isSecret(pair.key) || isSecretScalar(pair.value) {
                    found.append(pair)
                    continue
                }
                let count = found.count
                pair.value = removed(from: pair.value, &found)
                // That a mapping is empty without its secrets is no further mistake.
                if found.count == count || !pair.value.isEmptyMapping { kept.append(pair) }
            }
            node.content = .mapping(kept)
        }
        return node
    }

    /// The text with every secret in it as stars, of the same length, for messages.
    ///
    /// Works on lines, so that text that is no YAML is safe to show as well.
    static func masked(_ source: SourceText, hiding ranges: [SourceRange]) -> SourceText {
        var bytes = source.bytes
        func hide(_ range: Range<Int>) {
            for index in range.clamped(to: bytes.indices) where bytes[index] > 0x20 {
                bytes[index] = UInt8(ascii: "*")
            }
        }
        for range in ranges where range.path == source.path { hide(range.lower..<range.upper) }
        for line in source.bytes.indices.split(whereSeparator: {
            source.bytes[$0] == 0x0A || source.bytes[$0] == 0x0D
        }) {
            let words = line.split(whereSeparator: { !isWordByte(source.bytes[$0]) })
            for word in words {
                let text = String(
                    decoding: source.bytes[word.startIndex..<word.endIndex], as: UTF8.self)
                if isSecretValue(text) { hide(word.startIndex..<word.endIndex) }
                let next = source.bytes[word.endIndex..<line.endIndex].first {
                    $0 > 0x22 && $0 != 0x27
                }
                if isSecret(text), next == UInt8(ascii: ":") || next == UInt8(ascii: "=") {
                    hide(word.endIndex + 1..<line.endIndex)
                }
            }
        }
        return SourceText(path: source.path, bytes: bytes)
    }

    private static func isWordByte(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "_"), UInt8(ascii: "-"): true
        default: false
        }
    }

    private static func isSecretScalar(_ node: YAMLNode) -> Bool {
        guard case .scalar(let scalar) = node.content else { return false }
        let words = scalar.text.split { !$0.isLetter && !$0.isNumber && $0 != "_" && $0 != "-" }
        return isSecretValue(scalar.text) || words.contains { isSecretValue(String($0)) }
    }
}

extension YAMLNode {
    fileprivate var isEmptyMapping: Bool {
        if case .mapping(let pairs) = content { pairs.isEmpty } else { false }
    }
}
