internal import DomainModel

extension Books {
    mutating func save(_ customer: Customer, at instant: Instant) -> BooksOutcome {
        var refusals = Self.codeRefusals(customer.code)
        if accountCatalogue[customer.controlAccount] == nil {
            refusals.append(
                Refusal(
                    .transaction,
                    .dimensionUnknown(customer.controlAccount, office: office.code)))
        }
        guard refusals.isEmpty else { return .refused(refusals) }
        var customer = customer
        customer.modified = instant
        customerCatalogue.save(customer, code: customer.code)
        return .changed
    }

    mutating func setEmail(
        _ email: String, ofCustomer code: String, at instant: Instant
    ) -> BooksOutcome {
        guard var customer = customerCatalogue[code] else {
            return .refused([Refusal(.transaction, .customerUnknown(code))])
        }
        if customer.addresses.isEmpty {
            customer.addresses.append(CustomerAddress(name: customer.name))
        }
        let index = customer.addresses.firstIndex(where: \.isDefault) ?? 0
        customer.addresses[index].email = email
        return save(customer, at: instant)
    }

    mutating func save(_ account: Account) -> BooksOutcome {
        let refusals = Self.codeRefusals(account.code)
        guard refusals.isEmpty else { return .refused(refusals) }
        accountCatalogue.save(account, code: account.code)
        return .changed
    }

    mutating func save(_ daybook: Daybook) -> BooksOutcome {
        let refusals = Self.codeRefusals(daybook.code)
        guard refusals.isEmpty else { return .refused(refusals) }
        daybookCatalogue.save(daybook, code: daybook.code)
        return .changed
    }

    /// The base currency keeps its rate of one.
    mutating func save(_ currency: BooksCurrency) -> BooksOutcome {
        let isBase = currency.code == office.baseCurrency
        guard currency.code.isPresent, (1...RequestText.rateLimit).contains(currency.rate),
            !isBase || currency.rate == BooksCurrency.unitRate
        else {
            return .refused([Refusal(.transaction, .valueInvalid(String(currency.rate)))])
        }
        currencyCatalogue.save(currency, code: currency.code)
        return .changed
    }

    mutating func save(_ code: VATCode) -> BooksOutcome {
        let refusals = Self.codeRefusals(code.code)
        guard refusals.isEmpty else { return .refused(refusals) }
        vatCatalogue.save(code, code: code.code)
        return .changed
    }

    mutating func closePeriods(through last: BookPeriod?) -> BooksOutcome {
        lastClosedPeriod = last
        return .changed
    }

    mutating func setYears(first: Int, last: Int) -> BooksOutcome {
        guard first <= last, (1...9999).contains(first), (1...9999).contains(last) else {
            return .refused([Refusal(.transaction, .valueInvalid("\(first)-\(last)"))])
        }
        years = first...last
        return .changed
    }

    private static func codeRefusals(_ code: String) -> [Refusal] {
        if code.isEmpty { return [Refusal(.transaction, .valueMissing)] }
        guard code.utf16.count <= RequestText.codeLimit else {
            return [Refusal(.transaction, .tooLong(limit: RequestText.codeLimit))]
        }
        return []
    }
}
