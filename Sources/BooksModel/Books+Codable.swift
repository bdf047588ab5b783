extension Books: Codable {
    private enum CodingKeys: String, CodingKey {
        case office
        case writeOffAccounts
        case firstYear
        case lastYear
        case lastClosedPeriod
        case daybooks
        case accounts
        case customers
        case currencies
        case vatCodes
        case entries
        case deletedEntries
        case matches
        case entryNumbers
        case matchNumbers
    }

    /// The last number of a series of entries.
    private struct EntryNumber: Codable {
        let series: NumberSeries
        let last: Int
    }

    /// The last number of the matches of a customer.
    private struct MatchNumber: Codable {
        let customer: String
        let last: Int
    }

    /// Reads what `encode(to:)` wrote.
    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        let first = try values.decode(Int.self, forKey: .firstYear)
        let last = try values.decode(Int.self, forKey: .lastYear)
        guard first <= last else {
            throw DecodingError.dataCorruptedError(
                forKey: .lastYear, in: values, debugDescription: "the last year is before the first"
            )
        }
        self.init(
            office: try values.decode(Office.self, forKey: .office),
            daybooks: try values.decode([Daybook].self, forKey: .daybooks),
            accounts: try values.decode([Account].self, forKey: .accounts),
            customers: try values.decode([Customer].self, forKey: .customers),
            currencies: try values.decode([BooksCurrency].self, forKey: .currencies),
            vatCodes: try values.decode([VATCode].self, forKey: .vatCodes),
            writeOffAccounts: try values.decode(WriteOffAccounts.self, forKey: .writeOffAccounts),
            years: first...last,
            lastClosedPeriod: try values.decodeIfPresent(
                BookPeriod.self, forKey: .lastClosedPeriod))
        deletedEntries = try values.decode([DeletedEntry].self, forKey: .deletedEntries)
        let numbers = try values.decode([EntryNumber].self, forKey: .entryNumbers)
        entryStore = EntryStore(
            try values.decode([Entry].self, forKey: .entries),
            lastNumbers: Dictionary(
                numbers.map { ($0.series, $0.last) }, uniquingKeysWith: { max($0, $1) }))
        let matchNumbers = try values.decode([MatchNumber].self, forKey: .matchNumbers)
        matchStore = MatchStore(
            try values.decode([Match].self, forKey: .matches),
            lastNumbers: Dictionary(
                matchNumbers.map { ($0.customer, $0.last) }, uniquingKeysWith: { max($0, $1) }))
    }

    /// Writes all of the books; the same books give the same text.
    public func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: CodingKeys.self)
        try values.encode(office, forKey: .office)
        try values.encode(writeOffAccounts, forKey: .writeOffAccounts)
        try values.encode(years.lowerBound, forKey: .firstYear)
        try values.encode(years.upperBound, forKey: .lastYear)
        try values.encodeIfPresent(lastClosedPeriod, forKey: .lastClosedPeriod)
        try values.encode(daybooks, forKey: .daybooks)
        try values.encode(accounts, forKey: .accounts)
        try values.encode(customers, forKey: .customers)
        try values.encode(currencies, forKey: .currencies)
        try values.encode(vatCodes, forKey: .vatCodes)
        try values.encode(Array(entries), forKey: .entries)
        try values.encode(deletedEntries, forKey: .deletedEntries)
        try values.encode(matches, forKey: .matches)
        let series = entryStore.lastNumbers.sorted {
            ($0.key.daybook, $0.key.year ?? 0) < ($1.key.daybook, $1.key.year ?? 0)
        }
        try values.encode(
            series.map { EntryNumber(series: $0.key, last: $0.value) }, forKey: .entryNumbers)
        let customers = matchStore.lastNumbers.sorted { $0.key < $1.key }
        try values.encode(
            customers.map { MatchNumber(customer: $0.key, last: $0.value) }, forKey: .matchNumbers)
    }
}
