internal import BooksModel
internal import DomainModel

/// What a `<columns>` document asks for, proved against the definition of its browse.
struct BrowseRequest {
    /// A column of the answer.
    struct Cell {
        var field: BrowseField
        var label: String
    }

    /// One field to sort by.
    struct Order {
        var field: BrowseField
        var isDescending: Bool
    }

    /// A fault that ends the whole request, with what it says (API reference, 4.1 and 4.3).
    struct Refusal: Error {
        /// Nil is the general fault of the server.
        var text: ServiceText?
    }

    let definition: BrowseDefinition
    let cells: [Cell]
    let conditions: [BrowseCondition]
    let order: [Order]
    /// Whether cells lack the name of their field.
    let isOptimised: Bool
    /// The administration of the filter column; nil for that of the header.
    let office: String?

    /// Reads the document, as strict as the service: one unknown field or one wrong operator
    /// fails all of it.
    init(_ document: XMLNode, mood: TwinfieldMood) throws(Refusal) {
        guard let definition = BrowseDefinition.of(document["code"] ?? "") else {
            throw Refusal(text: .browseUnknown(document["code"] ?? ""))
        }
        self.definition = definition
        guard document["outputformat"].map({ $0.uppercased() == "XML" }) ?? true else {
            throw Refusal(text: nil)
        }
        isOptimised = document["optimize"]?.lowercased() == "true"
        var cells: [Cell] = []
        var conditions: [BrowseCondition] = []
        var office: String?
        for node in document.children where node.name == "column" {
            let field = try Self.field(node.value("field"), of: definition)
            if node.value("visible")?.lowercased() != "false" {
                cells.append(Cell(field: field, label: node.value("label") ?? ""))
            }
            guard let condition = try Self.condition(node, field, definition, mood) else {
                continue
            }
            if field == .office {
                office = node.value("from")
            } else {
                conditions.append(condition)
            }
        }
        guard !cells.isEmpty else { throw Refusal(text: nil) }
        self.cells = cells
        self.conditions = conditions
        self.office = office
        order = try Self.order(document.child("sort"), of: definition)
    }

    private static func field(
        _ name: String?, of definition: BrowseDefinition
    ) throws(Refusal) -> BrowseField {
        guard let field = BrowseField(rawValue: name ?? ""), definition.column(field) != nil
        else { throw Refusal(text: .fieldUnknown(name ?? "")) }
        return field
    }

    private static func condition(
        _ node: XMLNode, _ field: BrowseField, _ definition: BrowseDefinition,
        _ mood: TwinfieldMood
    ) throws(Refusal) -> BrowseCondition? {
        let word = node.value("operator") ?? ""
        guard let filter = BrowseDefinition.Operator(rawValue: word.isEmpty ? "none" : word) else {
            throw Refusal(text: nil)
        }
        guard filter != .none else { return nil }
        guard definition.column(field)?.filter == filter else { throw Refusal(text: nil) }
        let from = node.child("from")?.text ?? ""
        let to = node.child("to")?.text ?? ""
        let isRefused =
            field == .matchStatus && mood.refusesMatchStatusFilter
            || field == .yearPeriod && mood.refusesYearPeriodFilter
        guard !isRefused else { throw Refusal(text: nil) }
        // The definitions' own default means every period here.
        guard from != "$DEFAULT$", to != "$DEFAULT$" else { return nil }
        guard !from.isEmpty || !to.isEmpty else { return nil }
        guard let condition = BrowseCondition(field, filter, from: from, to: to) else {
            throw Refusal(text: nil)
        }
        return condition
    }

    /// At most three fields (API reference, 4.2).
    private static func order(
        _ node: XMLNode?, of definition: BrowseDefinition
    ) throws(Refusal) -> [Order] {
        let fields = node?.children ?? []
        guard fields.count <= 3 else { throw Refusal(text: nil) }
        var order: [Order] = []
        for child in fields {
            let field = try Self.field(child.trimmedText, of: definition)
            order.append(Order(field: field, isDescending: child["order"] == "descending"))
        }
        return order
    }
}
