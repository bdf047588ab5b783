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
    /// A filter is used when the operator of the definition is `between`, or is `equal` and one
    /// value is wanted. A field that is only filtered by does not come as a cell. Throws when a
    /// value cannot be sent.
    public init(
        definition: BrowseDefinition, fields: [String], filters: [Filter]
    ) throws(RequestFault) {
        var unused: [Filter] = []
        var used: [(filter: Filter, column: BrowseDefinition.Column)] = []
        for filter in filters {
            let isNew = !used.contains { $0.filter.field == filter.field }
            if let column = definition.column(filter.field), isNew, Self.canUse(filter, column) {
                used.append((filter, column))
            } else {
                unused.append(filter)
            }
        }
        var writer = RequestWriter()
        try writer.begin("columns", attribute: "code", definition.code)
        var seen: [String] = []
        for field in fields where !seen.contains(field) {
            guard let column = definition.column(field) else { continue }
            seen.append(field)
            let filter = used.first { $0.filter.field == field }?.filter
            try Self.write(column, filter, isVisible: true, to: &writer)
        }
        for (filter, column) in used where !seen.contains(filter.field) {
            try Self.write(column, filter, isVisible: false, to: &writer)
        }
        writer.markup("</columns>")
        document = ProcessXMLDocument(bytes: writer.finish(), isQuery: true)
        self.fields = seen
        missingFields = fields.filter { definition.column($0) == nil }
        unusedFilters = unused
    }

    private static func canUse(_ filter: Filter, _ column: BrowseDefinition.Column) -> Bool {
        switch column.filter {
        case .between: true
        case .equal: filter.from == filter.to
        case .some(.none), .like, nil: false
        }
    }

    /// Writes a column as the definition has it; `operator` only where values are wanted.
    private static func write(
        _ column: BrowseDefinition.Column, _ filter: Filter?, isVisible: Bool,
        to writer: inout RequestWriter
    ) throws(RequestFault) {
        writer.markup("<column>")
        try writer.element("field", column.field, limit: RequestWriter.textLimit)
        let label = column.label.utf16.count <= RequestWriter.textLimit ? column.label : ""
        try writer.element("label", label, limit: RequestWriter.textLimit, mayBeEmpty: true)
        writer.markup(isVisible ? "<visible>true</visible>" : "<visible>false</visible>")
        if let filter, let word = column.filter {
            writer.markup(column.isAsked ? "<ask>true</ask>" : "<ask>false</ask>")
            try writer.element("operator", word.rawValue)
            try writer.element("from", filter.from, limit: RequestWriter.textLimit)
            let to = word == .equal ? "" : filter.to
            try writer.element("to", to, limit: RequestWriter.textLimit, mayBeEmpty: true)
            try writer.element(
                "finderparam", column.finderParameter, limit: RequestWriter.textLimit,
                mayBeEmpty: true)
        }
        writer.markup("</column>")
    }
}
