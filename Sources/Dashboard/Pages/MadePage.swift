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
    }

    private enum Piece: Sendable {
        case text(ByteBuffer)
        case proof
        case ticket
    }

    private let pieces: [Piece]
    private let status: HTTPResponse.Status

    /// Takes a rendered page apart at its gaps.
    init(_ html: String, gaps: Gaps, status: HTTPResponse.Status) {
        self.status = status
        var pieces: [Piece] = []
        for (index, part) in html.split(separator: gaps.proof, omittingEmptySubsequences: false)
            .enumerated()
        {
            if index > 0 { pieces.append(.proof) }
            for (place, text) in part.split(
                separator: gaps.ticket, omittingEmptySubsequences: false
            )
            .enumerated() {
                if place > 0 { pieces.append(.ticket) }
                pieces.append(.text(ByteBuffer(substring: text)))
            }
        }
        self.pieces = pieces
    }

    /// The answer for a browser.
    func answer(proof: String, ticket: String) -> Response {
        var body = ByteBuffer()
        for piece in pieces {
            switch piece {
            case .text(var text): body.writeBuffer(&text)
            case .proof: body.writeString(proof)
            case .ticket: body.writeString(ticket)
            }
        }
        return Response(
            status: status, headers: [.contentType: "text/html; charset=utf-8"],
            body: ResponseBody(byteBuffer: body))
    }
}
