/// A question for Twinfield's finder (API reference, 4.5).
public struct FinderQuery: Sendable, Equatable {
    /// One option: its name and its value.
    public struct Option: Sendable, Equatable {
        /// The name, such as `category`.
        public var name: String
        /// The value, such as `journal`.
        public var value: String

        /// States an option.
        public init(_ name: String, _ value: String) {
            self.name = name
            self.value = value
        }
    }

    /// What is looked for: `TRS` daybooks, `DIM` dimensions, `OFF` administrations.
    public var type: String
    /// The pattern; `*` finds everything.
    public var pattern: String
    /// Which fields the pattern is for: 0 code and name, 1 code, 2 name.
    public var field: Int
    /// The first row wanted, from 1.
    public var firstRow: Int
    /// At most so many rows.
    public var maximumRows: Int
    /// The options.
    public var options: [Option]

    /// States a question.
    public init(
        type: String, pattern: String = "*", field: Int = 0, firstRow: Int = 1,
        maximumRows: Int = 1000, options: [Option] = []
    ) {
        self.type = type
        self.pattern = pattern
        self.field = field
        self.firstRow = firstRow
        self.maximumRows = maximumRows
        self.options = options
    }

    /// The daybooks of a category: `journal`, `sales` or `purchase`.
    public static func daybooks(office: String, category: String) -> FinderQuery {
        FinderQuery(
            type: "TRS", options: [Option("office", office), Option("category", category)])
    }

    /// The customers that were changed since a moment, `yyyyMMddHHmmss` in UTC.
    public static func customers(
        office: String, modifiedSince: String, firstRow: Int = 1
    ) -> FinderQuery {
        FinderQuery(
            type: "DIM", firstRow: firstRow,
            options: [
                Option("office", office), Option("dimtype", "DEB"),
                Option("modifiedsince", modifiedSince),
            ])
    }
}
