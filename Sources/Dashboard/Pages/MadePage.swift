import HTTPTypes
import Hummingbird
import NIOCore

/// A page that is made, with gaps for what differs between the browsers that get it.
struct MadePage: Sendable {
    /// What stands in the gaps of a template, until an answer fills them.
    ///
    /// Nobody knows these words, so no text of a stranger can stand for a gap.
    struct Gaps: Sendable {
        /// For the token of the session.
        let proof = "bewijs-" + Random.hexadecimal(bytes: 16)
        /// For the ticket of the forms.
        let ticket = "bon-" + Random.hexadecimal(bytes: 16)
        /// For the name of who is signed in.
        let person = "naam-" + Random.hexadecimal(bytes: 16)
    }

    private enum Piece: Sendable {
        case text(ByteBuffer)
        case proof
        case ticket
        case person
    }

    private let pieces: [Piece]
    private let status: HTTPResponse.Status

    /// Takes a rendered page apart at its gaps.
    init(_ html: String, gaps: Gaps, status: HTTPResponse.Status) {
        self.status = status
        let words: [([UInt8], Piece)] = [
            (Array(gaps.proof.utf8), .proof), (Array(gaps.ticket.utf8), .ticket),
            (Array(gaps.person.utf8), .person),
        ]
        let beginnings = words.map { $0.0.first }
        let page = Array(html.utf8)
        var pieces: [Piece] = []
        var (start, place) = (0, 0)
        while place < page.count {
            guard beginnings.contains(page[place]),
                let (word, piece) = words.first(where: { page[place...].starts(with: $0.0) })
            else {
                place += 1
                continue
            }
            pieces += [.text(ByteBuffer(bytes: page[start..<place])), piece]
            place += word.count
            start = place
        }
        self.pieces = pieces + [.text(ByteBuffer(bytes: page[start...]))]
    }

    /// The answer for a browser; `person` is a text of the page, escaped.
    func answer(proof: String, ticket: String, person: String) -> Response {
        var body = ByteBuffer()
        for piece in pieces {
            switch piece {
            case .text(var text): body.writeBuffer(&text)
            case .proof: body.writeString(proof)
            case .ticket: body.writeString(ticket)
            case .person: body.writeString(person)
            }
        }
        return Response(
            status: status, headers: [.contentType: "text/html; charset=utf-8"],
            body: ResponseBody(byteBuffer: body))
    }
}
