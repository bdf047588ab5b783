import DomainModel
import TwinfieldXML

/// Reads a text with a reader, cut into pieces.
func read<Reader: AnswerReader & ~Copyable>(
    _ text: String, with reader: consuming Reader, pieces: Int = .max
) -> Result<Reader.Answer, RecordFault> {
    read(Array(text.utf8), with: reader, pieces: pieces)
}

/// Reads bytes with a reader, cut into pieces.
func read<Reader: AnswerReader & ~Copyable>(
    _ bytes: [UInt8], with reader: consuming Reader, pieces: Int = .max
) -> Result<Reader.Answer, RecordFault> {
    do throws(RecordFault) {
        var reader = reader
        var rest = bytes[...]
        while !rest.isEmpty {
            let piece = rest.prefix(pieces)
            rest = rest.dropFirst(piece.count)
            try piece.withUnsafeBufferPointer { (buffer) throws(RecordFault) in
                try reader.feed(UnsafeRawBufferPointer(buffer))
            }
        }
        return .success(try reader.finish())
    } catch {
        return .failure(error)
    }
}

/// Puts documents into envelopes as Twinfield does.
enum Envelope {
    /// How a document stands in the result.
    enum Form: CaseIterable, Sendable {
        case escaped, section, prettySection
    }

    static let opening = """
        <?xml version="1.0" encoding="utf-8"?><soap:Envelope \
        xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/"><soap:Body>
        """
    static let closing = "</soap:Body></soap:Envelope>"

    static func around(_ document: String, _ form: Form = .escaped) -> String {
        let content =
            switch form {
            case .escaped: escaped(document)
            case .section: "<![CDATA[\(document)]]>"
            case .prettySection: "\n    <![CDATA[\n\(document)\n]]>\n  "
            }
        return opening + "<ProcessXmlStringResponse xmlns=\"http://www.twinfield.com/\">"
            + "<ProcessXmlStringResult>\(content)</ProcessXmlStringResult>"
            + "</ProcessXmlStringResponse>" + closing
    }

    static func escaped(_ text: String) -> String {
        var bytes: [UInt8] = []
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "<"): bytes += Array("&lt;".utf8)
            case UInt8(ascii: ">"): bytes += Array("&gt;".utf8)
            case UInt8(ascii: "&"): bytes += Array("&amp;".utf8)
            default: bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
