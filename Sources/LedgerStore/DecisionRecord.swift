internal import DomainModel
internal import FoundationEssentials

/// The line of a decision without the moment and the revision, which its run tells: only so are
/// decisions of two runs the same.
enum DecisionRecord {
    /// The line without both.
    static func bare(_ json: [UInt8]) -> [UInt8] {
        replacing(json, asOf: "", revision: "")
    }

    /// The line of a run.
    static func full(_ bare: [UInt8], asOf: String, revision: String) -> [UInt8] {
        replacing(bare, asOf: asOf, revision: revision)
    }

    /// The day until which a payment waits for its sale, as it stands in a line; nil without one.
    static func waitsUntil(_ json: [UInt8]) -> CalendarDate? {
        guard let start = last(Array(",\"waits_until\":\"".utf8), in: json),
            let end = json[start...].firstIndex(of: UInt8(ascii: "\""))
        else { return nil }
        return CalendarDate(json[start..<end])
    }

    /// The Dutch of the first reason when that reads so in English; nil for another sentence, and
    /// for a line of before sentences were kept in both.
    static func dutch(of text: String, in json: [UInt8]) -> String? {
        struct Line: Decodable {
            struct Remark: Decodable {
                var text: String
                var dutch: String?

                enum CodingKeys: String, CodingKey {
                    case text
                    case dutch = "text_nl"
                }
            }
            var reasons: [Remark]
        }
        let line = try? JSONDecoder().decode(Line.self, from: Data(json))
        guard let reason = line?.reasons.first, reason.text == text else { return nil }
        return reason.dutch
    }

    /// Inside a text each quotation mark has a backslash before it, so these keys stand nowhere
    /// else; the first and the last of a line are those of the decision itself.
    private static func replacing(_ json: [UInt8], asOf: String, revision: String) -> [UInt8] {
        var json = json
        if let place = last(Array(",\"revision\":\"".utf8), in: json) {
            replace(place, in: &json, by: revision)
        }
        if let place = first(Array(",\"as_of\":\"".utf8), in: json) {
            replace(place, in: &json, by: asOf)
        }
        return json
    }

    private static func replace(_ start: Int, in json: inout [UInt8], by text: String) {
        guard let end = json[start...].firstIndex(of: UInt8(ascii: "\"")) else { return }
        json.replaceSubrange(start..<end, with: text.utf8)
    }

    private static func first(_ key: [UInt8], in json: [UInt8]) -> Int? {
        guard key.count <= json.count else { return nil }
        return (0...json.count - key.count).first { stands(key, in: json, at: $0) }
            .map { $0 + key.count }
    }

    private static func last(_ key: [UInt8], in json: [UInt8]) -> Int? {
        guard key.count <= json.count else { return nil }
        return (0...json.count - key.count).last { stands(key, in: json, at: $0) }
            .map { $0 + key.count }
    }

    private static func stands(_ key: [UInt8], in json: [UInt8], at place: Int) -> Bool {
        for offset in key.indices where json[place + offset] != key[offset] { return false }
        return true
    }
}
