/// Looks into the JSON that the program prints.
package enum JSONText {
    /// The first text of a key; nil when there is none.
    package static func value(_ key: String, of json: Substring) -> String? {
        json.firstRange(of: "\"\(key)\":\"").map { mark in
            String(json[mark.upperBound...].prefix { $0 != "\"" })
        }
    }
}
