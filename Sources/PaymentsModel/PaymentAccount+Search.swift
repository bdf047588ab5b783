import DomainModel

extension PaymentAccount {
    /// The payments that a search finds, cut off at the page size (API reference, 1).
    ///
    /// How CCV cuts and orders is not known, and neither is what a reference that is not there
    /// means as a cursor: here nothing lies before or behind it.
    public func payments(_ search: PaymentSearch, listing: PaymentListing) -> [Payment] {
        let places = index.places(after: search.createdAfter, before: search.createdBefore)
        var positions = Array(index.byCreation[places])
        switch listing.order {
        case .oldestFirst: break
        case .newestFirst: positions.reverse()
        case .shuffled: positions = shuffled(positions)
        }
        return cut(positions, search, listing).map { payments[$0] }
    }

    /// What succeeded and acts on a payment, or was paid through it when it is a landing page.
    public func related(to reference: String) -> [Payment] {
        (index.followUps(of: reference) + index.attempts(on: reference)).map { payments[$0] }
            .filter { $0.status == .success }
    }

    private func cut(
        _ positions: [Int], _ search: PaymentSearch, _ listing: PaymentListing
    ) -> [Int] {
        let wanted = search.references.map { Set($0) }
        let originals = search.originalReferences.map { Set($0) }
        func fits(_ position: Int) -> Bool {
            let payment = payments[position]
            if listing.hidesChildren && payment.landingPage != nil { return false }
            if listing.hidesAcquirerTypes && payment.type.isOfAcquirer { return false }
            if let wanted, !wanted.contains(payment.reference) { return false }
            if let originals {
                guard let original = payment.originalReference, originals.contains(original) else {
                    return false
                }
            }
            return search.accepts(payment)
        }
        let pageSize = max(0, listing.pageSize)
        var candidates = positions[...]
        if let cursor = search.referenceAfter {
            guard let place = place(of: cursor, in: candidates) else { return [] }
            candidates = candidates[(place + 1)...]
        }
        guard let cursor = search.referenceBefore else {
            return Array(candidates.lazy.filter(fits).prefix(pageSize))
        }
        // The previous page is the one just before the cursor, in the order of the list.
        guard let place = place(of: cursor, in: candidates) else { return [] }
        let previous = candidates[..<place].reversed().lazy.filter(fits)
        return previous.prefix(pageSize).reversed()
    }

    private func place(of reference: String, in positions: ArraySlice<Int>) -> Int? {
        guard let position = index.position(of: reference) else { return nil }
        return positions.firstIndex(of: position)
    }

    /// An order that follows from the references alone.
    private func shuffled(_ positions: [Int]) -> [Int] {
        func rank(_ position: Int) -> UInt64 {
            var hash: UInt64 = 0xCBF2_9CE4_8422_2325
            for byte in payments[position].reference.utf8 {
                hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3
            }
            return hash ^ hash >> 29
        }
        return positions.map { (rank($0), $0) }.sorted { $0 < $1 }.map(\.1)
    }
}

extension PaymentSearch {
    /// Whether a payment has what is asked, apart from references and creation.
    func accepts(_ payment: Payment) -> Bool {
        func isAllowed<Value: Equatable>(_ wanted: Value?, _ value: Value?) -> Bool {
            wanted == nil || wanted == value
        }
        return isAllowed(merchantOrderReference, payment.merchantOrderReference)
            && isAllowed(type, payment.type) && isAllowed(method, payment.method)
            && isAllowed(status, payment.status) && acceptsAmount(of: payment)
            && acceptsPayout(of: payment)
    }

    private func acceptsAmount(of payment: Payment) -> Bool {
        // Thousandths, so that every currency fits.
        let scale: Int64 = [1000, 100, 10][min(payment.amountDigits, 2)]
        let thousandths = payment.amountDigits == 3 ? payment.amount : payment.amount * scale
        // A client may ask for anything; no amount lies beyond these limits.
        let largest = Int64.max / 10
        func inThousandths(_ limit: Int64) -> Int64 { min(max(limit, -largest), largest) * 10 }
        if let amountMinimum, thousandths < inThousandths(amountMinimum) { return false }
        if let amountMaximum, thousandths > inThousandths(amountMaximum) { return false }
        return true
    }

    private func acceptsPayout(of payment: Payment) -> Bool {
        let (state, run): (PaidOut, PayoutRun?) =
            switch payment.payout {
            case .byOthers: (.never, nil)
            case .expected: (.no, nil)
            case .done(let run): (.yes, run)
            }
        if let paidOut, paidOut != state { return false }
        if let paidOutAfter, run.map({ $0.date <= paidOutAfter }) ?? true { return false }
        if let paidOutBefore, run.map({ $0.date >= paidOutBefore }) ?? true { return false }
        if let paidOutReference, run?.reference != paidOutReference { return false }
        return true
    }
}
