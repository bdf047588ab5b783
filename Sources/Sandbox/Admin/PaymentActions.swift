internal import DomainModel
internal import PaymentsModel

/// What shops, customers, banks and CCV do with payments.
enum PaymentActions {
    static let routes: [AdminRoute] = [
        AdminRoute(
            "GET", "/payments", "the payments, and what is planned; ?status=, ?order=", list),
        AdminRoute("GET", "/payments/{reference}", "one payment", one),
        AdminRoute(
            "POST", "/payments",
            "makes a payment: amount, method; brand, order, description, email, currency, type,"
                + " status (pending or success), created", create),
        AdminRoute(
            "POST", "/payments/{reference}/{action}",
            "settle, fail (code), intervene, refund, capture, reverse, chargeback (amount),"
                + " change (amount, order, description)", act),
    ]

    private static func list(
        _ call: AdminCall, _ state: inout SandboxState
    ) throws(SandboxFault) -> JSONTree {
        let account = state.world.payments
        let wanted = account.payments.filter { payment in
            if let status = call.asked("status"), payment.status.rawValue != status {
                return false
            }
            guard let order = call.asked("order") else { return true }
            return payment.merchantOrderReference == order
        }
        let planned = account.plannedChanges.prefix(100).map { JSONTree(of: $0.change) }
        return [
            "payments": .list(wanted.map { view($0) }), "planned": .list(Array(planned)),
        ]
    }

    private static func one(
        _ call: AdminCall, _ state: inout SandboxState
    ) throws(SandboxFault) -> JSONTree {
        guard let payment = state.world.payments[call.arguments[0]] else {
            throw SandboxFault("there is no payment \"\(call.arguments[0])\"")
        }
        return ["payment": view(payment)]
    }

    private static func create(
        _ call: AdminCall, _ state: inout SandboxState
    ) throws(SandboxFault) -> JSONTree {
        try call.allow(
            "amount", "method", "brand", "order", "description", "email", "currency", "type",
            "status", "created")
        guard let amount = try call.amount("amount") else {
            throw SandboxFault("\"amount\" is missing", help: #"write "119.00""#)
        }
        var order = PaymentOrder(
            amount: amount, currency: (try call.text("currency") ?? "eur").lowercased(),
            method: try call.text("method") ?? "ideal", brand: try call.text("brand"))
        if let type = try call.text("type") { order.type = PaymentType(rawValue: type) }
        order.merchantOrderReference = try call.text("order")
        order.description = try call.text("description")
        order.billingEmail = try call.text("email")
        var moment = call.now
        if let text = try call.text("created") {
            guard let created = Instant(iso: text), created <= call.now else {
                throw SandboxFault(
                    "\"created\" must be a moment that is not later than the clock",
                    help: #"write "2026-11-20T09:00:00Z""#)
            }
            moment = created
        }
        let status = try call.text("status") ?? "success"
        guard ["success", "pending"].contains(status) else {
            throw SandboxFault("\"status\" must be success or pending")
        }
        let outcome = state.world.changePayments(.start(order), at: moment)
        guard let reference = outcome.reference else { throw refusal(outcome) }
        if status == "success" {
            try make(.settle(reference: reference), at: moment, &state)
        }
        state.world.passTime(to: call.now)
        return ["payment": state.world.payments[reference].map { view($0) } ?? .null]
    }

    private static func act(
        _ call: AdminCall, _ state: inout SandboxState
    ) throws(SandboxFault) -> JSONTree {
        try call.allow("code", "amount", "order", "description")
        let reference = call.arguments[0]
        guard let payment = state.world.payments[reference] else {
            throw SandboxFault("there is no payment \"\(reference)\"")
        }
        let amount = try call.amount("amount")
        let followUp = FollowUp(
            reference, amount: amount, description: try call.text("description"))
        switch call.arguments[1] {
        case "settle": return try make(.settle(reference: reference), at: call.now, &state)
        case "fail":
            let code = try call.text("code") ?? "cancelled"
            return try make(.fail(reference: reference, code: code), at: call.now, &state)
        case "intervene":
            return try make(.needIntervention(reference: reference), at: call.now, &state)
        case "refund": return try make(.refund(followUp), at: call.now, &state)
        case "capture": return try make(.capture(followUp), at: call.now, &state)
        case "reverse": return try make(.reverse(followUp), at: call.now, &state)
        case "chargeback":
            let change = PaymentsChange.chargeBack(reference: reference, amount: amount)
            return try make(change, at: call.now, &state)
        case "change":
            if let amount {
                let change = PaymentsChange.changeAmount(reference: reference, amount: amount)
                try make(change, at: call.now, &state)
            }
            let order = try call.text("order") ?? payment.merchantOrderReference
            let description = try call.text("description") ?? payment.description
            return try make(
                .changeTexts(
                    reference: reference, merchantOrderReference: order, description: description),
                at: call.now, &state, shows: reference)
        default:
            throw SandboxFault(
                "nothing is called \"\(call.arguments[1])\"",
                help: "say settle, fail, intervene, refund, capture, reverse, chargeback or change")
        }
    }

    /// Makes a change; shows the payment that was made or changed.
    @discardableResult
    private static func make(
        _ change: PaymentsChange, at moment: Instant, _ state: inout SandboxState,
        shows reference: String? = nil
    ) throws(SandboxFault) -> JSONTree {
        let outcome = state.world.changePayments(change, at: moment)
        if case .refused = outcome { throw refusal(outcome) }
        let shown = reference ?? outcome.reference ?? change.reference
        let payment = shown.flatMap { state.world.payments[$0] }
        return ["payment": payment.map { view($0) } ?? .null]
    }

    private static func refusal(_ outcome: PaymentsOutcome) -> SandboxFault {
        guard case .refused(let refusal) = outcome else { return .refusal(["refused"]) }
        return .refusal(["the account refuses it: \(refusal)"])
    }

    private static func view(_ payment: Payment) -> JSONTree {
        guard case .object(var object) = JSONTree(of: payment) else { return .null }
        object["amount"] = .amount(payment.amount, digits: payment.amountDigits)
        object["created"] = .moment(payment.created)
        object["lastUpdate"] = .moment(payment.lastUpdate)
        object["statusFinalDate"] = .moment(payment.statusFinalDate)
        object["type"] = .text(payment.type.rawValue)
        object["status"] = .text(payment.status.rawValue)
        return .object(object)
    }
}

extension PaymentsChange {
    /// The payment that a person's change is about.
    fileprivate var reference: String? {
        switch self {
        case .settle(let reference), .fail(let reference, _), .needIntervention(let reference),
            .changeAmount(let reference, _), .changeTexts(let reference, _, _):
            reference
        default: nil
        }
    }
}
