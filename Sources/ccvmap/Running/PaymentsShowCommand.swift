import ArgumentParser
import ByteText
import ConfigurationReading
import DomainModel
import LedgerStore
import RunnerCore

/// The command `ccvmap payments show`: everything that happened to a payment.
struct PaymentsShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Show everything that happened to payments.",
        discussion: "Example:  ccvmap payments show I261119080210004CB87E19A.Y")

    @Argument(help: "CCV's references of the payments.")
    var references: [String]

    @OptionGroup var choice: ConnectionChoice

    @Flag(help: "Print an object a line for scripts.")
    var json = false

    func run() throws {
        let live = try choice.open()
        let histories = try CommandFault.lookingAtLedger(live.configuration.database) { ledger in
            try references.map { reference in
                guard let history = try ledger.payment(reference, of: live.name) else {
                    throw Self.unknown(reference)
                }
                return history
            }
        }
        if json {
            try Console.output(histories.flatMap(Self.json)[...])
        } else {
            try Console.output(Array(histories.map(Self.text).joined(separator: "\n").utf8)[...])
        }
    }

    /// A reference that the ledger does not have.
    static func unknown(_ reference: String) -> CommandFault {
        CommandFault.failed(
            "\(TerminalCell.clean(reference)): the ledger does not know this payment",
            help: "copy the reference from  ccvmap payments")
    }

    private static func text(_ history: PaymentHistory) -> String {
        let payment = history.payment
        var lines = [
            "\(payment.reference)  \(PaymentText.amount(payment)) \(payment.currency)",
            "state     \(payment.state?.rawValue ?? "-") \(payment.reason)",
        ]
        if !payment.text.isEmpty { lines.append("why       \(payment.text)") }
        if let sale = payment.sale { lines.append("sale      \(sale.text) line \(sale.line)") }
        if let memo = payment.memo { lines.append("entry     \(memo.text)") }
        if let alarm = payment.alarm { lines.append("alarm     \(alarm)") }
        if !payment.rule.isEmpty { lines.append("rule      \(payment.rule), \(payment.revision)") }
        if let entry = history.entry {
            lines.append("")
            lines += entry.split(separator: "\n").map { "  " + $0 }
        }
        lines.append("")
        for event in history.events {
            let who = event.who.map { " by " + $0 } ?? ""
            lines.append("\(event.at.isoText)  \(event.kind)\(who)  \(event.text)")
        }
        return lines.map { TerminalCell.clean($0) }.joined(separator: "\n") + "\n"
    }

    private static func json(_ history: PaymentHistory) -> [UInt8] {
        var json = JSONWriter()
        json.beginObject()
        PaymentText.write(fieldsOf: history.payment, to: &json)
        json.key("events")
        json.beginArray()
        for event in history.events {
            json.beginObject()
            json.key("at")
            json.string(event.at.isoText)
            json.key("kind")
            json.string(event.kind)
            json.key("text")
            json.string(event.text)
            json.key("who")
            if let who = event.who { json.string(who) } else { json.null() }
            json.endObject()
        }
        json.endArray()
        json.endObject()
        json.newline()
        return json.bytes
    }
}
