import DomainModel
import PaymentsModel

/// Reads the filters of a list (API reference, 1).
///
/// Unknown filters are ignored, which is a guess; so is the status 400 for values that cannot be
/// read, and for `paidoutAfter` without `paidout=yes`.
struct SearchQuery {
    let timestamps: CCVMood.Timestamps

    func search(_ filters: [WireRequest.Field]) throws(CCVProblem) -> PaymentSearch {
        var search = PaymentSearch()
        for filter in filters {
            try read(filter.name, filter.value, into: &search)
        }
        if search.paidOutAfter != nil || search.paidOutBefore != nil, search.paidOut != .yes {
            throw .invalidField("paidoutAfter", "only with paidout=yes")
        }
        return search
    }

    private func read(
        _ name: String, _ value: String, into search: inout PaymentSearch
    ) throws(CCVProblem) {
        switch name {
        case "referenceBefore": search.referenceBefore = value
        case "referenceAfter": search.referenceAfter = value
        case "originalReferences":
            search.originalReferences = value.split(separator: ",").map(String.init)
        case "merchantOrderReference": search.merchantOrderReference = value
        case "createdBefore": search.createdBefore = try moment(value, of: name)
        case "createdAfter": search.createdAfter = try moment(value, of: name)
        case "amountMinimum": search.amountMinimum = try amount(value, of: name)
        case "amountMaximum": search.amountMaximum = try amount(value, of: name)
        case "type": search.type = PaymentType(rawValue: value)
        case "method": search.method = value
        case "status": search.status = PaymentStatus(rawValue: value)
        case "paidout":
            guard let state = PaymentSearch.PaidOut(rawValue: value) else {
                throw .invalidField(name, "yes, no or never")
            }
            search.paidOut = state
        case "paidoutAfter": search.paidOutAfter = try moment(value, of: name)
        case "paidoutBefore": search.paidOutBefore = try moment(value, of: name)
        case "paidoutReference": search.paidOutReference = value
        default: break
        }
    }

    private func amount(_ value: String, of name: String) throws(CCVProblem) -> Int64 {
        guard let amount = try? MinorUnits.parse(value, digits: 2) else {
            throw .invalidField(name, "an amount such as 9.99")
        }
        return amount
    }

    private func moment(_ value: String, of name: String) throws(CCVProblem) -> Instant {
        switch timestamps {
        case .ms:
            if let milliseconds = Int64(value) { return Instant(milliseconds: milliseconds) }
        case .s:
            if let seconds = Int64(value) {
                let (product, overflow) = seconds.multipliedReportingOverflow(by: 1000)
                return Instant(milliseconds: overflow ? (seconds < 0 ? .min : .max) : product)
            }
        case .iso:
            if let instant = ISOMoment.instant(value) { return instant }
        }
        throw .invalidField(name, "not a timestamp")
    }
}
