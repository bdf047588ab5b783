internal import BooksModel
internal import DomainModel

/// What people do in the books, by hand.
enum BooksActions {
    static let routes: [AdminRoute] = [
        AdminRoute(
            "POST", "/books/entries",
            "books an entry by hand: daybook, date, lines; final, currency, period,"
                + " invoicenumber, duedate, number (to change a provisional one)", book),
        AdminRoute(
            "POST", "/books/finalise", "makes a provisional entry final: daybook, number",
            finalise),
        AdminRoute(
            "POST", "/books/delete", "deletes a provisional entry: daybook, number, reason",
            delete),
        AdminRoute(
            "POST", "/books/change",
            "changes texts of a line of a provisional entry: daybook, number, line;"
                + " description, invoicenumber, comment", change),
        AdminRoute(
            "POST", "/books/match",
            "matches lines: lines [{daybook, number, line, value?}], date", match),
        AdminRoute(
            "POST", "/books/undo-match", "undoes a match: customer, matchnumber", undoMatch),
        AdminRoute(
            "POST", "/books/customers",
            "changes a customer or makes one: code; email, name, status", saveCustomer),
        AdminRoute(
            "POST", "/books/periods",
            "closes all periods through one, or opens all: closed_through (2026/10 or null)",
            closePeriods),
    ]

    private static func book(
        _ call: AdminCall, _ state: inout SandboxState
    ) throws(SandboxFault) -> JSONTree {
        try call.allow(
            "office", "daybook", "date", "final", "currency", "period", "invoicenumber",
            "duedate", "number", "lines")
        var request = EntryRequest(office: try call.office(state.world))
        let isFinal = try call.flag("final") ?? false
        request.destiny = isFinal ? "final" : "temporary"
        request.raisesWarning = false
        request.daybook = try call.required("daybook")
        request.date = try call.date("date") ?? Self.day(call.now)
        request.currency = try call.text("currency") ?? "EUR"
        request.period = try call.text("period")
        request.number = try call.text("number")
        request.invoiceNumber = try call.text("invoicenumber")
        request.dueDate = try call.date("duedate")
        request.lines = try lines(call)
        let user = state.world.organisation.userCode
        return try make(.post(request, origin: .manual, user: user), call, &state)
    }

    private static func lines(_ call: AdminCall) throws(SandboxFault) -> [LineRequest] {
        guard case .list(let items)? = call.body["lines"], !items.isEmpty else {
            throw SandboxFault(
                "\"lines\" is missing",
                help: #"write [{"dim1":"1300","dim2":"D1001","side":"debit","value":"119.00"}, …]"#)
        }
        var lines: [LineRequest] = []
        for item in items {
            guard case .object(let object) = item else {
                throw SandboxFault("a line must be an object")
            }
            let keys: Set = [
                "type", "line", "dim1", "dim2", "side", "value", "description", "invoicenumber",
                "comment", "vatcode",
            ]
            if let unknown = object.keys.sorted().first(where: { !keys.contains($0) }) {
                throw SandboxFault(
                    "\"\(unknown)\" is no key of a line",
                    help: "the keys are \(keys.sorted().joined(separator: ", "))")
            }
            func text(_ key: String) -> String? {
                switch object[key] {
                case .text(let value): value
                case .integer(let value): String(value)
                default: nil
                }
            }
            lines.append(
                LineRequest(
                    kind: text("type") ?? "detail", id: text("line"), dim1: text("dim1"),
                    dim2: text("dim2"), debitCredit: text("side"), value: text("value"),
                    description: text("description"), invoiceNumber: text("invoicenumber"),
                    vatCode: text("vatcode"), comment: text("comment")))
        }
        return lines
    }

    private static func finalise(
        _ call: AdminCall, _ state: inout SandboxState
    ) throws(SandboxFault) -> JSONTree {
        try call.allow("office", "daybook", "number")
        return try make(.finalise(try call.key()), call, &state)
    }

    private static func delete(
        _ call: AdminCall, _ state: inout SandboxState
    ) throws(SandboxFault) -> JSONTree {
        try call.allow("office", "daybook", "number", "reason")
        let reason = try call.text("reason") ?? "by hand"
        let user = state.world.organisation.userCode
        return try make(.delete(try call.key(), reason: reason, user: user), call, &state)
    }

    private static func change(
        _ call: AdminCall, _ state: inout SandboxState
    ) throws(SandboxFault) -> JSONTree {
        try call.allow(
            "office", "daybook", "number", "line", "description", "invoicenumber", "comment")
        guard let line = try call.number("line") else { throw SandboxFault("\"line\" is missing") }
        let edit = LineEdit(
            description: try call.text("description"),
            invoiceNumber: try call.text("invoicenumber"), comment: try call.text("comment"))
        return try make(.editLine(try call.key(), line: line, edit), call, &state)
    }

    private static func match(
        _ call: AdminCall, _ state: inout SandboxState
    ) throws(SandboxFault) -> JSONTree {
        try call.allow("office", "date", "lines")
        guard case .list(let items)? = call.body["lines"] else {
            throw SandboxFault(
                "\"lines\" is missing",
                help: #"write [{"daybook":"VRK","number":"202600017","line":1}, …]"#)
        }
        let lines = items.map { item in
            func text(_ key: String) -> String? {
                guard case .object(let object) = item else { return nil }
                switch object[key] {
                case .text(let value): return value
                case .integer(let value): return String(value)
                default: return nil
                }
            }
            return MatchRequest.Line(
                daybook: text("daybook"), number: text("number"), line: text("line"),
                value: text("value"))
        }
        let request = MatchRequest(
            office: try call.office(state.world), date: try call.date("date") ?? day(call.now),
            lines: lines)
        return try make(.match(request), call, &state)
    }

    private static func undoMatch(
        _ call: AdminCall, _ state: inout SandboxState
    ) throws(SandboxFault) -> JSONTree {
        try call.allow("office", "customer", "matchnumber")
        guard let number = try call.number("matchnumber") else {
            throw SandboxFault("\"matchnumber\" is missing")
        }
        let customer = try call.required("customer")
        return try make(.undoMatch(customer: customer, number: number), call, &state)
    }

    private static func saveCustomer(
        _ call: AdminCall, _ state: inout SandboxState
    ) throws(SandboxFault) -> JSONTree {
        try call.allow("office", "code", "email", "name", "status")
        let code = try call.required("code")
        let found = try call.books(state.world).customer(code)
        let name = try call.text("name")
        guard found != nil || name != nil else {
            throw SandboxFault(
                "there is no customer \"\(code)\"", help: "say its \"name\" to make one")
        }
        var customer = found ?? Customer(code: code, name: name ?? code)
        if let name { customer.name = name }
        if let status = try call.text("status") {
            guard let status = Customer.Status(rawValue: status) else {
                throw SandboxFault("\"status\" must be active, blocked or deleted")
            }
            customer.status = status
        }
        if customer.addresses.isEmpty {
            customer.addresses = [CustomerAddress(name: customer.name)]
        }
        if customer != found { _ = try make(.saveCustomer(customer), call, &state) }
        if let email = try call.text("email") {
            _ = try make(.setCustomerEmail(customer: code, email: email), call, &state)
        }
        let saved = try call.books(state.world).customer(code) ?? customer
        return ["customer": BooksView.customer(saved)]
    }

    private static func closePeriods(
        _ call: AdminCall, _ state: inout SandboxState
    ) throws(SandboxFault) -> JSONTree {
        try call.allow("office", "closed_through")
        var period: BookPeriod?
        if let text = try call.text("closed_through") {
            guard let read = BookPeriod(text) else {
                throw SandboxFault("\"\(text)\" is no period", help: #"write "2026/10""#)
            }
            period = read
        }
        return try make(.closePeriods(through: period), call, &state)
    }

    /// Makes a change; throws what the books say against it.
    private static func make(
        _ change: BooksChange, _ call: AdminCall, _ state: inout SandboxState
    ) throws(SandboxFault) -> JSONTree {
        let office = try call.office(state.world)
        let outcome = state.world.changeBooks(change, office: office, at: call.now)
        switch outcome {
        case .saved(let entry): return ["entry": BooksView.entry(entry)]
        case .deleted(let entry): return ["deleted": BooksView.deleted(entry)]
        case .undone(let match): return ["undone": BooksView.match(match)]
        case .changed: return ["changed": true]
        case .matched(let matched):
            let books = try call.books(state.world)
            let match = matched.customer.flatMap { customer in
                matched.number.flatMap { books.match(customer: customer, number: $0) }
            }
            return ["match": match.map { BooksView.match($0) } ?? .null]
        case .refused, .matchRefused:
            throw .refusal(outcome.refusals.map { $0.message.text(in: .english) })
        }
    }

    private static func day(_ moment: Instant) -> String {
        TimeZoneRules.utc.date(of: moment).isoText.replacing("-", with: "")
    }
}
