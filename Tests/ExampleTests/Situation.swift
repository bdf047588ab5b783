import Foundation
import Testing

/// A section of the page of ten situations: records, changes of the rules, and what comes of them.
struct Situation: CustomTestStringConvertible, Sendable {
    /// A row of a table: a payment, its outcome and its first reason.
    struct Row: Equatable {
        let payment: String
        let outcome: String
        let reason: String
    }

    static let page = "docs/ten-situations.md"

    let title: String
    /// Payments, one object a line.
    let payments: String
    /// Open items, one object a line.
    let openItems: String
    /// The tables in order: with the shipped rules, then with the changes.
    let tables: [[Row]]
    let changes: [DocumentBlock]

    var testDescription: String { title }

    /// The sections whose titles begin with a number.
    static func all() throws -> [Situation] {
        let lines = try projectText(page).split(separator: "\n", omittingEmptySubsequences: false)
            .map(String.init)
        let blocks = try DocumentBlock.all(in: page)
        let heads = lines.indices.filter { lines[$0].hasPrefix("## ") } + [lines.count]
        return zip(heads, heads.dropFirst()).map { start, end in
            let section = Array(lines[start..<end])
            let records = section.filter { $0.hasPrefix("{\"") }
            return Situation(
                title: String(lines[start].dropFirst(3)),
                payments: text(records.filter { $0.hasPrefix("{\"reference\"") }),
                openItems: text(records.filter { $0.hasPrefix("{\"code\"") }),
                tables: tables(in: section),
                changes: blocks.filter { (start + 1..<end + 1).contains($0.line) })
        }
    }

    private static func text(_ lines: [String]) -> String {
        lines.map { $0 + "\n" }.joined()
    }

    private static func tables(in section: [String]) -> [[Row]] {
        section.split { !$0.hasPrefix("|") }.map { table in
            table.dropFirst(2).map { line in
                let cells = line.dropFirst().dropLast()
                    .split(separator: "|", omittingEmptySubsequences: false)
                    .map { $0.trimmingCharacters(in: CharacterSet(charactersIn: " `")) }
                return Row(
                    payment: cells[0], outcome: cells.count > 1 ? cells[1] : "",
                    reason: cells.count > 2 ? cells[2] : "")
            }
        }
    }
}
