/// One element of an XML document as a value: read from a request, or to be written in an answer.
struct XMLNode: Sendable, Equatable {
    /// One attribute; its namespace is not kept.
    struct Attribute: Sendable, Equatable {
        var name: String
        var value: String
    }

    /// The name; without its prefix when it was read, with it when it is to be written.
    var name: String
    /// The namespace that the name is in, as read.
    var namespace: String?
    var attributes: [Attribute]
    /// The text that stands directly in the element, as it came.
    var text: String
    var children: [XMLNode]

    init(
        _ name: String, _ attributes: KeyValuePairs<String, String?> = [:], _ text: String = ""
    ) {
        self.name = name
        self.attributes = attributes.compactMap { name, value in
            value.map { Attribute(name: name, value: $0) }
        }
        self.text = text
        children = []
    }

    init(
        _ name: String, _ attributes: KeyValuePairs<String, String?> = [:], _ children: [XMLNode]
    ) {
        self.init(name, attributes)
        self.children = children
    }

    /// The attribute of this name, or nil.
    subscript(_ name: String) -> String? {
        get { attributes.first { $0.name == name }?.value }
        set {
            let place = attributes.firstIndex { $0.name == name }
            switch (place, newValue) {
            case (let place?, let value?): attributes[place].value = value
            case (let place?, nil): attributes.remove(at: place)
            case (nil, let value?): attributes.append(Attribute(name: name, value: value))
            case (nil, nil): break
            }
        }
    }

    /// The first child of this name.
    func child(_ name: String) -> XMLNode? { children.first { $0.name == name } }

    /// The text of the first child of this name without white space around it; nil without one.
    func value(_ name: String) -> String? { child(name)?.trimmedText }

    /// The text without white space around it.
    var trimmedText: String {
        let isSpace: (Character) -> Bool = { $0.isWhitespace }
        let start = text.drop(while: isSpace)
        return String(start.reversed().drop(while: isSpace).reversed())
    }
}
