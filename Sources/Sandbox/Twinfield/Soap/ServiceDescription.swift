/// One of the asmx services, as its WSDL describes it: operations of one request and one answer.
struct ServiceDescription: Sendable {
    /// A part of a type: an element of a sequence.
    struct Part: Sendable {
        var name: String
        /// Such as `s:string`; nil is any XML.
        var type: String?
        var isRequired = false
        var isNillable = false
        var isRepeated = false
    }

    /// An operation; its answer is an element named after it.
    struct Operation: Sendable {
        var name: String
        var note: String
        var request: [Part]
        var answer: [Part]
    }

    /// The name of the service.
    var name: String
    /// The path that it is reached at.
    var path: String
    /// What it does, for people.
    var note: String
    var operations: [Operation]
    /// The types of sequences that the operations need.
    var types: [(name: String, parts: [Part])] = []
    /// The types of words that the operations need.
    var words: [(name: String, values: [String])] = []

    /// The services of the sandbox.
    static let all = [processXml, finder, matching]

    /// `processxml.asmx`.
    static let processXml = ServiceDescription(
        name: "ProcessXml", path: "/webservices/processxml.asmx",
        note: "Takes XML documents and answers with XML documents.",
        operations: [
            Operation(
                name: "ProcessXmlString", note: "A document as text.",
                request: [Part(name: "xmlRequest", type: "s:string")],
                answer: [Part(name: "ProcessXmlStringResult", type: "s:string")]),
            Operation(
                name: "ProcessXmlDocument", note: "A document as literal XML.",
                request: [Part(name: "xmlRequest", type: nil)],
                answer: [Part(name: "ProcessXmlDocumentResult", type: nil)]),
            Operation(
                name: "ProcessXmlCompressed", note: "A compressed document; not used any more.",
                request: [Part(name: "xmlRequest", type: "s:base64Binary")],
                answer: [Part(name: "ProcessXmlCompressedResult", type: "s:base64Binary")]),
        ])

    private static let strings = (
        name: "ArrayOfString",
        parts: [Part(name: "string", type: "s:string", isNillable: true, isRepeated: true)]
    )

    private static let messageType = (
        name: "MessageType", values: ["Error", "Warning", "Informational"]
    )

    private static func message(_ name: String, code: String) -> (name: String, parts: [Part]) {
        (
            name: name,
            parts: [
                Part(name: "Type", type: "tns:MessageType", isRequired: true),
                Part(name: "Text", type: "s:string"),
                Part(name: "Code", type: "tns:" + code, isRequired: true),
                Part(name: "Parameters", type: "tns:ArrayOfString"),
            ]
        )
    }

    private static func list(of name: String) -> (name: String, parts: [Part]) {
        (
            name: "ArrayOf" + name,
            parts: [
                Part(name: name, type: "tns:" + name, isNillable: true, isRepeated: true)
            ]
        )
    }

    /// `finder.asmx`.
    static let finder = ServiceDescription(
        name: "Finder", path: "/webservices/finder.asmx",
        note: "Searches for data of a type by a pattern.",
        operations: [
            Operation(
                name: "Search", note: "Searches by type, pattern, field and options.",
                request: [
                    Part(name: "type", type: "s:string"),
                    Part(name: "pattern", type: "s:string"),
                    Part(name: "field", type: "s:int", isRequired: true),
                    Part(name: "firstRow", type: "s:int", isRequired: true),
                    Part(name: "maxRows", type: "s:int", isRequired: true),
                    Part(name: "options", type: "tns:ArrayOfArrayOfString"),
                ],
                answer: [
                    Part(name: "SearchResult", type: "tns:ArrayOfMessageOfErrorCodes"),
                    Part(name: "data", type: "tns:FinderData"),
                ])
        ],
        types: [
            list(of: "ArrayOfString"), strings,
            list(of: "MessageOfErrorCodes"),
            message("MessageOfErrorCodes", code: "ErrorCodes"),
            (
                name: "FinderData",
                parts: [
                    Part(name: "TotalRows", type: "s:int", isRequired: true),
                    Part(name: "Columns", type: "tns:ArrayOfString"),
                    Part(name: "Items", type: "tns:ArrayOfArrayOfString"),
                ]
            ),
        ],
        words: [messageType, (name: "ErrorCodes", values: FinderProblem.codes)])

    /// `matching.asmx`.
    static let matching = ServiceDescription(
        name: "Matching", path: "/webservices/matching.asmx", note: "Undoes matches.",
        operations: [
            Operation(
                name: "UndoMatch", note: "Undoes a match of a dimension by its number.",
                request: [
                    Part(name: "office", type: "s:string"),
                    Part(name: "dimensionType", type: "s:string"),
                    Part(name: "dimension", type: "s:string"),
                    Part(name: "matchNumber", type: "s:int", isRequired: true),
                ],
                answer: [
                    Part(
                        name: "UndoMatchResult",
                        type: "tns:ArrayOfMessageOfUndoSetByTypeResult")
                ])
        ],
        types: [
            list(of: "MessageOfUndoSetByTypeResult"),
            message("MessageOfUndoSetByTypeResult", code: "UndoSetByTypeResult"), strings,
        ],
        words: [messageType, (name: "UndoSetByTypeResult", values: UndoProblem.codes)])
}
