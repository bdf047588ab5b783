internal import BooksModel
internal import DomainModel

/// The books as the admin address shows them: amounts as text, dates as Twinfield writes them.
enum BooksView {
    static func entry(_ entry: Entry) -> JSONTree {
        let digits = entry.currency.minorDigits
        return [
            "daybook": .text(entry.key.daybook), "number": .text(entry.key.number),
            "status": .text(entry.status.rawValue), "date": date(entry.date),
            "period": .text(entry.period.text), "currency": .text(entry.currency.text),
            "origin": .text(entry.origin.rawValue), "user": .text(entry.userCode),
            "input": .moment(entry.inputInstant), "modified": .moment(entry.modifiedInstant),
            "invoicenumber": .text(entry.invoiceNumber), "duedate": date(entry.dueDate),
            "freetexts": .list(entry.freeTexts.map { .text($0) }),
            "lines": .list(entry.lines.map { line($0, digits: digits) }),
        ]
    }

    static func line(_ line: EntryLine, digits: Int) -> JSONTree {
        [
            "line": .text(String(line.id)), "type": .text(line.kind.rawValue),
            "dim1": .text(line.dim1), "dim2": .text(line.dim2),
            "side": .text(line.isDebit ? "debit" : "credit"),
            "value": .amount(line.value, digits: digits),
            "openvalue": .amount(line.openValue, digits: digits),
            "description": .text(line.description), "invoicenumber": .text(line.invoiceNumber),
            "comment": .text(line.comment), "vatcode": .text(line.vatCode),
            "duedate": date(line.dueDate), "matchstatus": .text(line.matchStatus.rawValue),
            "matchnumbers": .list(line.matchNumbers.map { .count($0) }),
        ]
    }

    /// A line of a customer in the words of the open items (design, section 5).
    static func openItem(_ found: BookedLine, _ books: Books, office: String) -> JSONTree {
        let (entry, line) = (found.entry, found.line)
        let digits = entry.currency.minorDigits
        let customer = books.customer(line.dim2)
        let mails = customer.map { Self.mails(of: $0) } ?? []
        return [
            "office": .text(office), "code": .text(entry.key.daybook),
            "number": .text(entry.key.number), "line": .text(String(line.id)),
            "status": .text(entry.status == .final ? "final" : "provisional"),
            "date": date(entry.date), "duedate": date(line.dueDate), "dim1": .text(line.dim1),
            "dim2": .text(line.dim2), "name": .optional(customer?.name),
            "email": .list(mails.map { .text($0) }), "currency": .text(entry.currency.text),
            "value": .amount(line.signedValue, digits: digits),
            "openvalue": .amount(line.openValue, digits: digits),
            "invoicenumber": .text(line.invoiceNumber), "description": .text(line.description),
            "matchstatus": .text(line.matchStatus.rawValue),
            "matchnumbers": .list(line.matchNumbers.map { .count($0) }),
        ]
    }

    /// The addresses of a customer in the four places where they live, each once.
    private static func mails(of customer: Customer) -> [String] {
        let all =
            customer.addresses.map(\.email)
            + [customer.ebillMail, customer.reminderEmail, customer.remittanceMail]
        var seen: Set<String> = []
        return all.filter { !$0.isEmpty && seen.insert($0).inserted }
    }

    static func customer(_ customer: Customer) -> JSONTree {
        var tree = JSONTree(of: customer)
        if case .object(var object) = tree {
            object["modified"] = .moment(customer.modified)
            tree = .object(object)
        }
        return tree
    }

    static func match(_ match: Match) -> JSONTree {
        let lines = match.lines.map { line -> JSONTree in
            [
                "daybook": .text(line.key.daybook), "number": .text(line.key.number),
                "line": .text(String(line.lineID)), "value": .amount(line.value),
            ]
        }
        return [
            "customer": .text(match.customer), "matchnumber": .count(match.number),
            "date": date(match.date), "at": .moment(match.instant), "lines": .list(lines),
        ]
    }

    static func deleted(_ entry: DeletedEntry) -> JSONTree {
        [
            "daybook": .text(entry.key.daybook), "number": .text(entry.key.number),
            "date": date(entry.date), "input": .moment(entry.inputInstant),
            "deleted": .moment(entry.deletionInstant), "user": .text(entry.user),
            "reason": .text(entry.reason),
        ]
    }

    private static func date(_ date: CalendarDate?) -> JSONTree {
        .optional(date?.isoText.replacing("-", with: ""))
    }
}
