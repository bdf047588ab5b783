import RuleEngine
import RuleSyntax
import SourceDiagnostics

/// The proofs over aliases, shapes and what is ignored: none against another, none in vain.
extension CompilationPasses {
    /// A pattern reduced to what a comparison of numbers sees.
    private struct Form: Equatable {
        /// Letters and digits, with a digit for each placeholder.
        var text: String
        /// The placeholders in order.
        var names: [String]
        /// The pattern as written.
        var written: String

        init(_ pattern: TextPattern) {
            var text = ""
            var names: [String] = []
            var written = ""
            for part in pattern.parts {
                switch part {
                case .literal(let words):
                    text += words
                    written += words
                case .placeholder(let fields):
                    let name = fields.first?.value ?? ""
                    text.append(Self.hole)
                    names.append(name)
                    written += "{\(name)}"
                }
            }
            self.text = Self.folded(text)
            self.names = names
            self.written = written
        }

        /// Stands for the digits of a placeholder.
        static let hole: Character = "\u{F8FF}"

        /// Case, spaces and signs do not count, except for a sign between digits.
        private static func folded(_ text: String) -> String {
            var result: [Character] = []
            var hasGap = false
            for character in text.lowercased() {
                guard character.isLetter || character.isNumber || character == hole else {
                    hasGap = true
                    continue
                }
                if hasGap, let last = result.last, isDigit(last), isDigit(character) {
                    result.append("-")
                }
                hasGap = false
                result.append(character)
            }
            return String(result)
        }

        private static func isDigit(_ character: Character) -> Bool {
            character.isNumber || character == hole
        }
    }

    mutating func proveAliases() {
        var earlier: [(payment: Form, sale: Form, place: SourceRange)] = []
        for (payment, sale) in declaration.aliases {
            let place = payment.range
            guard !hasError(in: place), !hasError(in: sale.range) else { continue }
            let (from, to) = (Form(payment), Form(sale))
            if from.text == to.text, from.names == to.names {
                report(.aliasOfItself, at: place)
                continue
            }
            let lost = from.names.filter { !to.names.contains($0) }
            if !lost.isEmpty { report(.aliasLosesDigits(lost, sale: to.written), at: sale.range) }
            for other in earlier {
                guard let message = collision((from, to), (other.payment, other.sale)) else {
                    continue
                }
                report(
                    message, at: place,
                    notes: [Diagnostic.Note(.otherStandsHere, at: other.place)])
                break
            }
            earlier.append((from, to, place))
        }
    }

    private func collision(
        _ alias: (payment: Form, sale: Form), _ other: (payment: Form, sale: Form)
    ) -> Message? {
        if alias.payment.text == other.payment.text {
            let isSame = alias.sale.text == other.sale.text
            return isSame
                ? .aliasTwice
                : .oneNumberBecomesTwo(
                    alias.payment.written, alias.sale.written, other.sale.written)
        }
        if NumberOverlap.isPossible(alias.payment.text, other.payment.text, hole: Form.hole) {
            return .someNumbersBecomeTwo(
                alias.payment.written, alias.sale.written, other.payment.written,
                other.sale.written)
        }
        if alias.sale.text == other.sale.text {
            return .twoNumbersBecomeOne(
                alias.payment.written, other.payment.written, alias.sale.written)
        }
        if alias.sale.text == other.payment.text {
            return .aliasesChain(alias.sale.written, becomes: other.sale.written)
        }
        if other.sale.text == alias.payment.text {
            return .aliasesChain(other.sale.written, becomes: alias.sale.written)
        }
        return nil
    }

    /// Shapes that fit the same numbers, or that no text is searched for.
    mutating func proveShapes() {
        var seen: [String: SourceRange] = [:]
        for shape in declaration.shapes where !hasError(in: shape.range) {
            let form = Form(shape)
            if let first = seen[form.text] {
                report(
                    .shapeTwice, at: shape.range,
                    notes: [Diagnostic.Note(.theFirstStandsHere, at: first)])
            }
            seen[form.text] = seen[form.text] ?? shape.range
        }
        let reads =
            declaration.numberInPayment.contains { $0.value == .description }
            || declaration.numberInSale.contains { $0.value == .description }
        guard let first = declaration.shapes.first, !reads, !declaration.numberInSale.isEmpty,
            !declaration.numberInPayment.isEmpty
        else { return }
        report(.shapeWithoutText, at: first.range)
    }

    /// What stands twice in a list of words but for the case of its letters, and invoice words
    /// that introduce nothing.
    mutating func proveWordLists() {
        reportSameWords(declaration.ignoreInFront)
        reportSameWords(declaration.invoiceWords)
        reportSameWords(declaration.notBehind)
        reportSameWords(declaration.noNumber)
        for word in declaration.ignoreInFront where Self.trimmed(word.value).isEmpty {
            report(.onlySpaces, at: word.range)
        }
        let introduced = Set(declaration.ignoreInFront.map { Self.trimmed($0.value) })
        for word in declaration.invoiceWords where !introduced.contains(Self.trimmed(word.value)) {
            report(.introducesNothing(word.value), at: word.range)
        }
    }

    private mutating func reportSameWords(_ words: [Located<String>]) {
        var seen: [String: Located<String>] = [:]
        for word in words {
            let key = word.value.lowercased()
            if let first = seen[key], first.value != word.value {
                report(
                    .sameInFront(word.value, first.value), at: word.range,
                    notes: [Diagnostic.Note(.theFirstStandsHere, at: first.range)])
            }
            seen[key] = seen[key] ?? word
        }
    }

    private static func trimmed(_ text: String) -> String {
        let letters = text.lowercased().drop { $0 == " " }
        return String(letters.reversed().drop { $0 == " " }.reversed())
    }
}
