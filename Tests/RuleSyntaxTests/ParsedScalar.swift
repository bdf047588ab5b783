import SourceDiagnostics

@testable import RuleSyntax

/// Reads the text behind the first key of a mapping, for tests of what texts are taken apart into.
func readScalar(_ yaml: String) -> (scalar: YAMLScalar, range: SourceRange)? {
    let reading = YAMLReader.read(SourceText(path: "r", bytes: Array(yaml.utf8)))
    guard case .mapping(let pairs) = reading.root?.content, let first = pairs.first,
        case .scalar(let scalar) = first.value.content
    else { return nil }
    return (scalar, first.value.range)
}

/// The bytes of a text that a range names.
func piece(_ text: String, _ range: SourceRange) -> String {
    String(decoding: Array(text.utf8)[range.lower..<range.upper], as: UTF8.self)
}
