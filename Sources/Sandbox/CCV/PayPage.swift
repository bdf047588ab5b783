import DomainModel
import PaymentsModel

/// The page on which a person pays a pending payment of the sandbox, or does not.
///
/// It stands in for the pages of CCV and of banks; it calls nobody, so a shop learns of the
/// payment by asking.
struct PayPage {
    let request: WireRequest
    let now: Instant

    func answer(world: inout World) -> WireAnswer {
        guard let reference = request.queryValue("reference"),
            let payment = world.payments[reference]
        else { return page(status: 404, "<p>Deze betaling bestaat niet.</p>") }
        guard payment.status == .pending else { return finished(payment) }
        switch request.method {
        case "GET": return form(for: payment, world: world)
        case "POST": return act(on: payment, world: &world)
        default: return page(status: 405, "<p>GET of POST.</p>")
        }
    }

    private func act(on payment: Payment, world: inout World) -> WireAnswer {
        let fields = WebLink.formFields(request.body)
        let outcome: PaymentsOutcome =
            switch fields["action"] {
            case "pay": pay(payment, fields, world: &world)
            case "refuse": fail(payment, code: "rejected", world: &world)
            default: fail(payment, code: "cancelled", world: &world)
            }
        if case .refused = outcome {
            return page(status: 400, "<p>Dat kan niet met deze betaling.</p>")
        }
        guard let now = world.payments[payment.reference], now.status != .pending else {
            return form(for: payment, world: world)
        }
        return finished(now)
    }

    /// Pays a landing page through a child of the chosen method, perhaps in part.
    private func pay(
        _ payment: Payment, _ fields: [String: String], world: inout World
    ) -> PaymentsOutcome {
        guard payment.isLandingPage else {
            return world.changePayments(.settle(reference: payment.reference), at: now)
        }
        let choice = (fields["method"] ?? "ideal").split(separator: "/").map(String.init)
        let method = choice.first ?? "ideal"
        guard world.payments.methods.contains(where: { $0.method == method }) else {
            return .refused(.unknownReference(method))
        }
        var attempt = PaymentAttempt(
            landingPage: payment.reference, method: method,
            brand: choice.count > 1 ? choice[1] : nil)
        if let amount = fields["amount"], !amount.isEmpty {
            attempt.amount = try? MinorUnits.parse(amount, digits: payment.amountDigits)
        }
        let outcome = world.changePayments(.attempt(attempt), at: now)
        guard let child = outcome.reference else { return outcome }
        return world.changePayments(.settle(reference: child), at: now)
    }

    private func fail(_ payment: Payment, code: String, world: inout World) -> PaymentsOutcome {
        world.changePayments(.fail(reference: payment.reference, code: code), at: now)
    }

    /// Back to the shop.
    private func finished(_ payment: Payment) -> WireAnswer {
        guard request.method == "POST", let address = payment.returnUrl, WebLink.isSafe(address)
        else {
            let link = payment.returnUrl.map { address in
                "<p><a href=\"\(WebLink.escaped(address))\">Terug naar de winkel</a></p>"
            }
            return page(
                status: 200,
                "<p>Deze betaling is klaar: \(WebLink.escaped(payment.status.rawValue)).</p>"
                    + (payment.returnUrl.map(WebLink.isSafe) == true ? link ?? "" : ""))
        }
        return WireAnswer(status: 303, headers: [WireRequest.Field("Location", address)])
    }

    private func form(for payment: Payment, world: World) -> WireAnswer {
        let left =
            payment.isLandingPage
            ? world.payments.amountLeft(on: payment.reference) : payment.amount
        let amount = MinorUnits.text(left, digits: payment.amountDigits)
        let query = "?reference=" + WebLink.queryText(payment.reference)
        return page(
            status: 200,
            """
            <p>\(WebLink.escaped(payment.description ?? payment.merchantOrderReference ?? ""))</p>
            <p><b>\(payment.currency.uppercased()) \(amount)</b> \
            (\(WebLink.escaped(payment.method)))</p>
            <form method="post" action="/api/v1/pay\(query)">
            \(payment.isLandingPage ? choices(world.payments.methods, amount: amount) : "")
            <button name="action" value="pay">Betalen</button>
            <button name="action" value="cancel">Annuleren</button>
            <button name="action" value="refuse">Laten weigeren</button>
            </form>
            """)
    }

    private func choices(_ methods: [OfferedMethod], amount: String) -> String {
        let words = methods.filter { $0.method != Payment.landingPageMethod }.flatMap { method in
            method.brands.isEmpty
                ? [method.method] : method.brands.map { method.method + "/" + $0 }
        }
        let options = words.map { "<option>\(WebLink.escaped($0))</option>" }.joined()
        return """
            <p><label>Betaalwijze <select name="method">\(options)</select></label>
            <label>Bedrag <input name="amount" value="\(amount)"></label></p>
            """
    }

    private func page(status: Int, _ content: String) -> WireAnswer {
        WireAnswer(
            status: status, contentType: "text/html; charset=utf-8",
            text: """
                <!DOCTYPE html>
                <html lang="nl"><head><meta charset="utf-8"><title>Betalen (proefomgeving)</title>
                </head><body><h1>Betalen in de proefomgeving</h1>
                \(content)
                </body></html>
                """)
    }
}
