internal import DomainModel
internal import ServiceHTTP
internal import TwinfieldXML

/// What is asked of a browse, apart from its definition.
struct BrowseWish {
    /// The fields that are wanted as cells.
    var fields: [String]
    /// The filters that are wanted.
    var filters: [ColumnsRequest.Filter]
    /// The fields whose filters are given up, in this order, when Twinfield does not take them.
    var dispensable: [String]
}

extension TwinfieldClient {
    /// The definition of a browse; read once (API reference, 10, row 16).
    func definition(of code: String) async throws(ServiceFault) -> BrowseDefinition {
        if let known = definitions[code] { return known }
        let answer = try await read(.browseDefinition(office: settings.office, code: code)) {
            BrowseDefinitionReader(code: code)
        }
        let definition = try found(answer, "the definition of browse \(code)")
        definitions[code] = definition
        return definition
    }

    /// Whether a field can be filtered by two values, and Twinfield did not refuse that.
    func isRange(_ field: String, of definition: BrowseDefinition) -> Bool {
        definition.column(field)?.filter == .between
            && refusedFilters[definition.code]?.contains(field) != true
    }

    /// Reads a browse by its definition, with as many of the filters as Twinfield takes.
    ///
    /// A filter that may be the reason of a failure is given up, one after the other; what is
    /// refused once is not sent again. The reader gets the fields that are asked for. Nil when the
    /// filter `essential` had to be given up: the caller asks in another way.
    func browse<Inner: AnswerReader & ~Copyable & SendableMetatype>(
        _ definition: BrowseDefinition, _ wish: BrowseWish, essential: String? = nil,
        reader: @escaping @Sendable ([String]) -> Inner
    ) async throws(ServiceFault) -> Inner.Answer? {
        let known = refusedFilters[definition.code] ?? []
        var given = known
        while true {
            let request = try columns(definition, wish, without: given)
            let message = Self.message(
                request.document, office: settings.office, limit: longLimit,
                reader: { reader(request.fields) })
            let next = wish.dispensable.first { field in
                !given.contains(field) && wish.filters.contains { $0.field == field }
                    && !request.unusedFilters.contains { $0.field == field }
            }
            do throws(ReadFailure) {
                let answer: Inner.Answer = try await attempt(
                    message, by: next == nil ? retrying : shortRetrying)
                if given != known { refusedFilters[definition.code] = given }
                return answer
            } catch {
                guard error.isPerhapsTheRequest, let next else { throw error.fault }
                given.insert(next)
                if next == essential {
                    refusedFilters[definition.code] = given
                    return nil
                }
            }
        }
    }

    /// One more time at most: what follows is another question, not giving up.
    var shortRetrying: Retrying {
        var short = retrying
        short.policy.retries = min(1, short.policy.retries)
        return short
    }

    private func columns(
        _ definition: BrowseDefinition, _ wish: BrowseWish, without given: Set<String>
    ) throws(ServiceFault) -> ColumnsRequest {
        do throws(RequestFault) {
            return try ColumnsRequest(
                definition: definition, fields: wish.fields,
                filters: wish.filters.filter { !given.contains($0.field) })
        } catch {
            throw Self.unwritable(error)
        }
    }
}
