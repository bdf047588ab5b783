internal import DomainModel
public import ServiceHTTP
internal import TwinfieldXML

extension TwinfieldClient {
    /// More changed customers than this are read in one request, with all others.
    private static let singleReads = 20
    /// Changes that came while the last reading went on are read again.
    private static let overlap: Int64 = 10 * 60_000

    /// All customers with their addresses; with a cache only what changed since is read.
    ///
    /// The whole list is one request. With a cache the finder names what was modified, and each of
    /// these is read (API reference, 4.6); a customer that was deleted stays in the cache, and has
    /// no open items. Where that does not work the whole list is read.
    public func customers(
        cached: CustomerCache? = nil
    ) async throws(ServiceFault) -> CustomerCache {
        if let cached, cached.office == settings.office,
            let newer = try await changedCustomers(since: cached)
        {
            return newer
        }
        lastServerDate = nil
        let request = ReadRequest.dimensions(office: settings.office, type: "DEB", code: nil)
        let table = try await read(request, limit: longLimit) { DimensionsReader() }
        return CustomerCache(
            office: settings.office, customers: table, readUntil: lastServerDate ?? clock.now())
    }

    /// The cache with what changed since; nil when the whole list must be read.
    private func changedCustomers(
        since cached: CustomerCache
    ) async throws(ServiceFault) -> CustomerCache? {
        lastServerDate = nil
        let since = Instant(milliseconds: cached.readUntil.milliseconds - Self.overlap)
        let query = FinderQuery.customers(
            office: settings.office, modifiedSince: TwinfieldTime.text(since))
        let rows: [[String]]
        do throws(ServiceFault) {
            rows = try await find(query, "the changed customers")
        } catch {
            guard error.kind == .rejected || error.kind == .notUnderstood else { throw error }
            return nil
        }
        let readUntil = lastServerDate ?? clock.now()
        guard rows.count <= Self.singleReads else { return nil }
        var changed: [String: CustomerTable.Customer?] = [:]
        for code in rows.compactMap(\.first) {
            guard let found = try await customer(code) else { return nil }
            changed[code] = found.byCode[code]
        }
        var table = CustomerTable()
        for customer in cached.customers.byCode.values where changed[customer.code] == nil {
            table.add(customer)
        }
        for case .some(let customer) in changed.values { table.add(customer) }
        return CustomerCache(office: settings.office, customers: table, readUntil: readUntil)
    }

    /// One customer; nil when the answer cannot be used.
    private func customer(_ code: String) async throws(ServiceFault) -> CustomerTable? {
        let request = ReadRequest.dimensions(office: settings.office, type: "DEB", code: code)
        do throws(ServiceFault) {
            return try await read(request) { DimensionsReader() }
        } catch {
            guard error.kind == .rejected || error.kind == .notUnderstood else { throw error }
            return nil
        }
    }
}
