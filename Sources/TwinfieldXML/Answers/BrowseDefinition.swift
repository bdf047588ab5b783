/// The definition of a browse: which fields it has, with which operators (API reference, 4.1).
public struct BrowseDefinition: Sendable, Equatable {
    /// How a field can be filtered.
    public enum Operator: String, Sendable {
        /// It cannot.
        case none
        /// By one value.
        case equal
        /// By a lowest and a highest value.
        case between
        /// By a pattern.
        case like
    }

    /// One column.
    public struct Column: Sendable, Equatable {
        /// The field, such as `fin.trs.head.code`.
        public var field: String
        /// The label, in the language of the user.
        public var label: String
        /// How it can be filtered; nil for a word that is not known here.
        public var filter: Operator?
        /// Whether a person is asked for a value.
        public var isAsked: Bool
        /// The parameter of the finder, given back as it stands.
        public var finderParameter: String

        /// States a column.
        public init(
            field: String, label: String = "", filter: Operator?, isAsked: Bool = false,
            finderParameter: String = ""
        ) {
            self.field = field
            self.label = label
            self.filter = filter
            self.isAsked = isAsked
            self.finderParameter = finderParameter
        }
    }

    /// The code of the browse, such as `100`.
    public var code: String
    /// The columns.
    public var columns: [Column]

    /// States a definition.
    public init(code: String, columns: [Column]) {
        self.code = code
        self.columns = columns
    }

    /// The column of a field; nil when the browse does not have it.
    public func column(_ field: String) -> Column? { columns.first { $0.field == field } }
}
