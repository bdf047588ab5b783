import Foundation

/// The validator of python3-jsonschema, run on many documents at once.
enum Validator {
    /// A document and the schema that it must fit: `rules`, `template` or `configuration`.
    struct Document {
        let name: String
        let schema: String
        let value: Any
    }

    private static let script = """
        import json, sys
        from jsonschema import Draft202012Validator
        schemas = {}
        for name in ("rules", "template", "configuration"):
            with open(f"schemas/{name}.json", encoding="utf-8") as file:
                schema = json.load(file)
            Draft202012Validator.check_schema(schema)
            schemas[name] = Draft202012Validator(schema)
        with open(sys.argv[1], encoding="utf-8") as file:
            documents = json.load(file)
        refused = {}
        for document in documents:
            found = schemas[document["schema"]].iter_errors(document["value"])
            errors = [error.message for error in found]
            if errors:
                refused[document["name"]] = errors[0][:300]
        print(json.dumps(refused))
        """

    /// Whether Python and its validator are installed.
    static let isThere: Bool = {
        let output = try? Program().shell(
            "python3 -c 'from jsonschema import Draft202012Validator' && echo there",
            in: projectFolder)
        return output == "there\n"
    }()

    /// The documents that do not fit their schema, by name, with the first reason.
    static func refused(_ documents: [Document]) throws -> [String: String] {
        try withTemporaryFolder { folder in
            let input = folder.appending(path: "documents.json")
            let objects = documents.map {
                ["name": $0.name, "schema": $0.schema, "value": $0.value]
            }
            try JSONSerialization.data(withJSONObject: objects).write(to: input)
            let program = folder.appending(path: "validate.py")
            try Data(script.utf8).write(to: program)
            let output = try Program().shell(
                "python3 '\(program.path)' '\(input.path)'", in: projectFolder)
            let answer = try JSONSerialization.jsonObject(with: Data(output.utf8))
            return answer as? [String: String] ?? [:]
        }
    }
}
