internal import BooksModel
internal import DomainModel

/// Counts the books over again, by another way than the model keeps them.
struct BooksAudit {
    /// What does not add up, a sentence each; empty when all does.
    private(set) var faults: [String] = []

    /// Looks at everything.
    init(_ books: Books) {
        checkEntries(books)
        checkNumbers(books)
        checkMatches(books)
    }

    private mutating func checkEntries(_ books: Books) {
        for entry in books.entries {
            let name = "\(entry.key.daybook) \(entry.key.number)"
            let balance = entry.lines.reduce(0) { $0 + Self.balanceValue($1, in: entry) }
            if balance != 0 {
                faults.append("\(name): is out of balance by \(MinorUnits.text(balance))")
            }
            for line in entry.lines {
                let value = line.signedValue
                let open = line.openValue
                if line.isMatchable {
                    let isInside =
                        value >= 0 ? (0...value).contains(open) : (value...0).contains(open)
                    if !isInside {
                        faults.append("\(name) line \(line.id): open amount outside its value")
                    }
                    if (line.matchStatus == .matched) != (open == 0) && value != 0 {
                        faults.append("\(name) line \(line.id): status does not fit what is open")
                    }
                } else if open != 0 {
                    faults.append("\(name) line \(line.id): is open and cannot be matched")
                }
            }
        }
    }

    /// What a line adds to the balance: the tax of a detail line stands on its own line.
    private static func balanceValue(_ line: EntryLine, in entry: Entry) -> Int64 {
        line.signedValue
    }

    /// A number is given once in a daybook and year, also when its entry was deleted.
    private mutating func checkNumbers(_ books: Books) {
        var numbers: [String: Set<Int>] = [:]
        let keys = books.entries.map(\.key) + books.deletedEntries.map(\.key)
        for key in keys {
            guard key.number.utf8.count == 9, let number = Int(key.number.dropFirst(4)) else {
                continue
            }
            let series = "\(key.daybook) \(key.number.prefix(4))"
            if !numbers[series, default: []].insert(number).inserted {
                faults.append("\(key.daybook) \(key.number): the number was given twice")
            }
        }
    }

    /// Each match adds up to nothing, and what is matched of a line is what is not open.
    private mutating func checkMatches(_ books: Books) {
        var matched: [String: Int64] = [:]
        for match in books.matches {
            let sum = match.lines.reduce(0) { $0 + $1.value }
            if sum != 0 {
                faults.append(
                    "match \(match.number) of \(match.customer): adds up to"
                        + " \(MinorUnits.text(sum))")
            }
            for line in match.lines {
                matched["\(line.key.daybook) \(line.key.number) \(line.lineID)", default: 0] +=
                    line.value
            }
        }
        for found in books.customerLines {
            let key = found.entry.key
            let name = "\(key.daybook) \(key.number) \(found.line.id)"
            let expected = found.line.signedValue - matched.removeValue(forKey: name, default: 0)
            if expected != found.line.openValue {
                faults.append("\(name): open amount is not its value less its matches")
            }
        }
        for name in matched.keys.sorted() { faults.append("\(name): is matched and not there") }
    }
}

extension Dictionary {
    /// Takes a value out; another one when there is none.
    fileprivate mutating func removeValue(forKey key: Key, default value: Value) -> Value {
        removeValue(forKey: key) ?? value
    }
}
