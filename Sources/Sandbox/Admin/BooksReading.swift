internal import BooksModel
internal import DomainModel

/// Reads the books through the admin address.
enum BooksReading {
    static let routes: [AdminRoute] = [
        AdminRoute(
            "GET", "/books",
            "an office: daybooks, accounts, periods, and all of the below; ?office=", whole),
        AdminRoute(
            "GET", "/books/entries", "entries; ?daybook=, ?number=, ?customer=", entries),
        AdminRoute(
            "GET", "/books/lines",
            "the lines of customers with what is open; ?customer=, ?matchstatus=", lines),
        AdminRoute("GET", "/books/customers", "customers; ?code=", customers),
        AdminRoute("GET", "/books/matches", "matches; ?customer=", matches),
        AdminRoute("GET", "/books/deleted", "what was deleted", deleted),
        AdminRoute(
            "GET", "/books/check",
            "whether the books are sound: balance, open amounts, numbers, sums of matches", check),
    ]

    private static func whole(
        _ call: AdminCall, _ state: inout SandboxState
    ) throws(SandboxFault) -> JSONTree {
        let books = try call.books(state.world)
        return [
            "office": JSONTree(of: books.office), "daybooks": JSONTree(of: books.daybooks),
            "accounts": JSONTree(of: books.accounts),
            "first_year": .count(books.years.lowerBound),
            "last_year": .count(books.years.upperBound),
            "closed_through": .optional(books.lastClosedPeriod?.text),
            "entries": .list(books.entries.map { BooksView.entry($0) }),
            "customers": .list(books.customers.map { BooksView.customer($0) }),
            "matches": .list(books.matches.map { BooksView.match($0) }),
            "deleted": .list(books.deletedEntries.map { BooksView.deleted($0) }),
        ]
    }

    private static func entries(
        _ call: AdminCall, _ state: inout SandboxState
    ) throws(SandboxFault) -> JSONTree {
        let books = try call.books(state.world)
        let wanted = books.entries.lazy.filter { entry in
            if let daybook = call.asked("daybook"), entry.key.daybook != daybook { return false }
            if let number = call.asked("number"), entry.key.number != number { return false }
            guard let customer = call.asked("customer") else { return true }
            return entry.lines.contains { $0.dim2 == customer }
        }
        return ["entries": .list(wanted.map { BooksView.entry($0) })]
    }

    private static func lines(
        _ call: AdminCall, _ state: inout SandboxState
    ) throws(SandboxFault) -> JSONTree {
        let office = try call.office(state.world)
        let books = try call.books(state.world)
        let wanted = books.customerLines.filter { found in
            if let customer = call.asked("customer"), found.line.dim2 != customer { return false }
            guard let status = call.asked("matchstatus") else { return true }
            return found.line.matchStatus.rawValue == status
        }
        return ["lines": .list(wanted.map { BooksView.openItem($0, books, office: office) })]
    }

    private static func customers(
        _ call: AdminCall, _ state: inout SandboxState
    ) throws(SandboxFault) -> JSONTree {
        let code = call.asked("code")
        let wanted = try call.books(state.world).customers.filter { code == nil || $0.code == code }
        return ["customers": .list(wanted.map { BooksView.customer($0) })]
    }

    private static func matches(
        _ call: AdminCall, _ state: inout SandboxState
    ) throws(SandboxFault) -> JSONTree {
        let customer = call.asked("customer")
        let wanted = try call.books(state.world).matches
            .filter { customer == nil || $0.customer == customer }
        return ["matches": .list(wanted.map { BooksView.match($0) })]
    }

    private static func deleted(
        _ call: AdminCall, _ state: inout SandboxState
    ) throws(SandboxFault) -> JSONTree {
        let books = try call.books(state.world)
        return ["deleted": .list(books.deletedEntries.map { BooksView.deleted($0) })]
    }

    private static func check(
        _ call: AdminCall, _ state: inout SandboxState
    ) throws(SandboxFault) -> JSONTree {
        let faults = BooksAudit(try call.books(state.world)).faults
        return ["sound": .bool(faults.isEmpty), "faults": .list(faults.map { .text($0) })]
    }
}
