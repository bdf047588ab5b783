/// Why the cursor cannot go on; its position says where.
enum JSONStop: Error {
    /// The bytes end before the value does; more may come.
    case incomplete
    /// The bytes are not JSON.
    case malformed(JSONFault)
}

/// The ways in which bytes are not JSON (RFC 8259).
enum JSONFault: UInt8 {
    case keyExpected
    case colonExpected
    case commaOrBraceExpected
    case commaOrBracketExpected
    case valueExpected
    case trailingComma
    case controlCharacter
    case escape
    case number
    case notUTF8
    case tooDeep
    case listOrObjectExpected
    case objectExpected
    case objectOrEndExpected
    case commaBetweenObjects
    case endExpected

    /// The sentence for a person; `found` describes what stands at the place.
    func message(found: String) -> String {
        switch self {
        case .keyExpected: "found \(found), expected a key in double quotes"
        case .colonExpected: "found \(found), expected `:` after the key"
        case .commaOrBraceExpected: "found \(found), expected `,` or `}`"
        case .commaOrBracketExpected: "found \(found), expected `,` or `]`"
        case .valueExpected:
            "found \(found), expected a text, a number, true, false, null, a list or an object"
        case .trailingComma: "found \(found) after a comma, expected one more value"
        case .controlCharacter: "found \(found) inside a text, expected it to be escaped"
        case .escape:
            "found \(found) after a backslash in a text, "
                + "expected one of \" \\ / b f n r t or u and four hexadecimal digits"
        case .number: "found \(found), expected a number as JSON writes it, such as -12.50"
        case .notUTF8: "found \(found), which is not UTF-8"
        case .tooDeep:
            "found lists and objects nested more than \(JSONCursor.maximumDepth) deep, "
                + "expected at most \(JSONCursor.maximumDepth)"
        case .listOrObjectExpected: "found \(found), expected a list (`[`) or an object (`{`)"
        case .objectExpected: "found \(found), expected an object (`{`) in the list"
        case .objectOrEndExpected: "found \(found), expected one more object or the file's end"
        case .commaBetweenObjects:
            "found \(found) between two objects, expected a line end: a comma needs a list (`[`)"
        case .endExpected: "found \(found) behind the end of the list, expected nothing more"
        }
    }

    /// What to do about it.
    var help: String {
        switch self {
        case .notUTF8: "Save the file as UTF-8; it may be in Windows-1252 or Latin-1."
        case .tooDeep: "No payment and no open item is nested like this: it is another file."
        default: "The file must be JSON as RFC 8259 says; fetch or export it again."
        }
    }
}
