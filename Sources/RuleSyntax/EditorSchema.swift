/// The JSON Schema (draft 2020-12) by which editors complete, explain and check keys.
///
/// Made from the declarations of the keys. Plain scalars are text to the compiler, but an editor
/// reads `1300` as a number and `yes` as a flag: where text stands, the schema takes all of them.
public enum EditorSchema {
    /// The schema of a rules file, or of a file that rules include, with a line end.
    public static let rules = document(
        RuleKeys.root, title: "Rules of ccvmap",
        // What an included file brings need not stand in the file itself.
        further: [("allOf", .list([requiredInWholeFile(RuleKeys.root)]))])

    /// The schema of a template, with a line end.
    public static let template = document(TemplateKeys.root, title: "Template of ccvmap")

    /// The schema of another file, whose keys are declared in the same way.
    package static func document(_ root: Section, title: String) -> String {
        document(root, title: title, further: [("required", required(root))])
    }

    private static func document(
        _ root: Section, title: String, further: [(key: String, value: SchemaValue)]
    ) -> String {
        let header: [(key: String, value: SchemaValue)] = [
            ("$schema", .text("https://json-schema.org/draft/2020-12/schema")),
            ("title", .text(title)),
        ]
        let isRules = root.title == RuleKeys.root.title
        return SchemaValue.object(
            header + mapping(root, isJoined: isRules, isRoot: true) + further
        ).json() + "\n"
    }

    /// `isJoined` mappings may be completed by an included file, so no key of them is required.
    private static func mapping(
        _ section: Section, isJoined: Bool, isRoot: Bool = false
    ) -> [(key: String, value: SchemaValue)] {
        var pairs: [(key: String, value: SchemaValue)] = [
            ("type", .text("object")),
            (
                "properties",
                .object(section.keys.map { ($0.name, property($0, isJoined: isJoined)) })
            ),
            ("additionalProperties", .flag(false)),
        ]
        if isRoot { return pairs }
        if !isJoined, section.keys.contains(where: \.isRequired) {
            pairs.append(("required", required(section)))
        } else {
            pairs.append(("minProperties", .number(1)))
        }
        return pairs
    }

    private static func required(_ section: Section) -> SchemaValue {
        .list(section.keys.filter(\.isRequired).map { .text($0.name) })
    }

    private static func property(_ key: Section.Key, isJoined: Bool) -> SchemaValue {
        var words = key.summary
        if let otherwise = key.otherwise { words += " When absent: \(otherwise)." }
        words += "\n\nExample: \(key.example)"
        return .object([("description", .text(words))] + value(key.kind, isJoined: isJoined))
    }

    private static func value(
        _ kind: ValueKind, isJoined: Bool
    ) -> [(key: String, value: SchemaValue)] {
        switch kind {
        case .text, .pattern, .word, .amount, .path, .webAddress: text
        case .date: pattern("^[0-9]{4}-[0-9]{2}-[0-9]{2}$")
        case .wholeNumber:
            [
                ("type", .list([.text("integer"), .text("string")])), ("minimum", .number(0)),
                ("pattern", .text("^[0-9]{1,9}$")),
            ]
        case .flag:
            [("enum", .list([.flag(true), .flag(false), .text("true"), .text("false")]))]
        case .days: pattern("^ *[0-9]+ +days? *$")
        case .duration: pattern("^ *[0-9]+ +(millisecond|second|minute|hour|day)s? *$")
        case .timeOfDay: pattern("^([01][0-9]|2[0-3]):[0-5][0-9]$")
        case .dayOffset: pattern("^ *[0-9]+ +days? +(before|after) +payment *$")
        case .cut: pattern("^ *(first|last) +0*[1-9][0-9]* *$")
        case .choice(let words): [("enum", .list(words.flatMap(choices)))]
        case .choiceOrTolerance(let words):
            [
                (
                    "anyOf",
                    .list([
                        .object([("enum", .list(words.flatMap(choices)))]),
                        .object(
                            pattern("^ *within +[0-9]+([.][0-9]{1,2})?( *%| +percent)? *$")),
                    ])
                )
            ]
        case .oneOrMore(let element):
            [
                (
                    "anyOf",
                    .list([
                        .object(value(element, isJoined: false)),
                        .object(list(of: element, isUnique: true)),
                    ])
                )
            ]
        case .list(let element): list(of: element, isUnique: false)
        // Lists are replaced whole, so what stands in them is complete in itself.
        case .section(let section): mapping(section, isJoined: isJoined)
        case .named(let element):
            [
                ("type", .text("object")),
                ("additionalProperties", .object(value(element, isJoined: isJoined))),
            ]
        case .valueOrSection(let element, let section):
            [
                (
                    "anyOf",
                    .list([
                        .object(value(element, isJoined: isJoined)),
                        .object(mapping(section, isJoined: isJoined)),
                    ])
                )
            ]
        }
    }

    private static let text: [(key: String, value: SchemaValue)] = [
        ("type", .list([.text("string"), .text("number"), .text("boolean")])),
        ("minLength", .number(1)),
    ]

    private static func pattern(_ form: String) -> [(key: String, value: SchemaValue)] {
        [("type", .text("string")), ("pattern", .text(form))]
    }

    /// A word; one of digits is a number to an editor.
    private static func choices(_ word: String) -> [SchemaValue] {
        Int(word).map { [.number($0), .text(word)] } ?? [.text(word)]
    }

    private static func list(
        of element: ValueKind, isUnique: Bool
    ) -> [(key: String, value: SchemaValue)] {
        [
            ("type", .text("array")), ("minItems", .number(1)),
            ("items", .object(value(element, isJoined: false))),
        ] + (isUnique ? [("uniqueItems", .flag(true))] : [])
    }

    /// What must stand in a root file that includes nothing: all that is required at any depth.
    private static func requiredInWholeFile(_ root: Section) -> SchemaValue {
        .object([
            (
                "if",
                .object([
                    ("required", .list([.text("office")])),
                    ("not", .object([("required", .list([.text("include")]))])),
                ])
            ),
            ("then", .object(requirements(of: root))),
        ])
    }

    private static func requirements(of section: Section) -> [(key: String, value: SchemaValue)] {
        let inner = section.keys.compactMap { key -> (key: String, value: SchemaValue)? in
            guard case .section(let section) = key.kind else { return nil }
            let pairs = requirements(of: section)
            return pairs.isEmpty ? nil : (key.name, .object(pairs))
        }
        let names = section.keys.filter(\.isRequired)
        return (names.isEmpty ? [] : [("required", required(section))])
            + (inner.isEmpty ? [] : [("properties", .object(inner))])
    }
}
