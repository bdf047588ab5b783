import ByteText
import DomainModel
import RuleEngine
import RuleSyntax
import SourceDiagnostics
import Wording

/// The proofs over cuts and accounts of a template.
extension CompilationPasses {
    /// A code that is cut is another code.
    mutating func proveCutOfCode(
        _ text: CompiledTemplate.Text, _ declared: TemplateDeclaration.Text
    ) {
        guard let keep = text.keep, let place = declared.keep, text.limit < 40,
            let field = text.codes.first(where: { keep.count < $0.maximumLength })
        else { return }
        report(.cutDestroysCode(field.rawValue, limit: field.maximumLength), at: place.range)
    }

    /// A description may keep the beginning of a number, but not less of it than there is room for.
    mutating func proveCutOfDescription(
        _ text: CompiledTemplate.Text?, _ declared: TemplateDeclaration.Text?
    ) {
        guard let text, let keep = text.keep, let place = declared?.keep, !text.holdsTransactionID,
            keep.count < text.limit,
            let field = text.parts.indices.lazy.compactMap({ text.number(at: $0) }).first
        else { return }
        report(
            .cutShorterThanNeeded(
                field.rawValue, end: keep.end == .first ? "first" : "last", limit: text.limit),
            at: place.range)
    }

    /// The end of a number is what tells it from its neighbours, and so is all of a short one.
    mutating func proveCutOfNumber(
        _ text: CompiledTemplate.Text?, _ declared: TemplateDeclaration.Text?
    ) {
        guard let text, let keep = text.keep, let place = declared?.keep, !text.holdsTransactionID,
            keep.count <= text.limit
        else { return }
        let numbers = text.parts.indices.filter { text.number(at: $0) != nil }
        guard let last = numbers.last, let field = text.number(at: last) else { return }
        let isWhole = keep.end == .last && keep.count >= text.limit
        if isWhole, last == text.parts.indices.last { return }
        report(.cutMakesAlike(field.rawValue), at: place.range)
    }
}

extension CompiledTemplate.Text {
    /// The fields in it that are codes of Twinfield.
    fileprivate var codes: [CompiledTemplate.Field] {
        parts.flatMap { part -> [CompiledTemplate.Field] in
            if case .fields(let fields) = part {
                fields.filter { $0.maximumLength == 16 }
            } else {
                []
            }
        }
    }

    /// The number that a part prints first; nil when it prints something else.
    fileprivate func number(at index: Int) -> CompiledTemplate.Field? {
        guard case .fields(let fields) = parts[index] else { return nil }
        let numbers: [CompiledTemplate.Field] = [
            .orderNumber, .merchantOrderReference, .itemInvoiceNumber,
        ]
        return fields.first { numbers.contains($0) }
    }

    /// Whether a day stands in it.
    var holdsDay: Bool {
        parts.contains { part in
            if case .fields(let fields) = part {
                fields.contains(.paymentDate) || fields.contains(.itemDate)
            } else {
                false
            }
        }
    }
}

extension CompiledTemplate.Part {
    var isLiteral: Bool {
        if case .literal = self { true } else { false }
    }

    /// The part as written in a template.
    var written: String {
        switch self {
        case .literal(let bytes): String(decoding: bytes, as: UTF8.self)
        case .fields(let fields): "{" + fields.map(\.rawValue).joined(separator: "|") + "}"
        }
    }
}
