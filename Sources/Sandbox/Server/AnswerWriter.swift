internal import DomainModel
internal import Glibc
internal import HTTPTypes
internal import HummingbirdCore
internal import NIOCore

/// Why a connection ends before its time.
struct ConnectionCut: Error {}

/// Sends an answer over a socket, or fails to, as a fault asks for.
struct AnswerWriter {
    private static let pieceSize = 1 << 16
    private static let dripPieces = 20

    let delivery: Delivery
    /// Whether the request was `HEAD`, whose answer has no body.
    let isHead: Bool
    /// Whether the request asked for the connection to be closed behind the answer, which then
    /// says so: PHP's SOAP client believes the answer and would use the connection again.
    let closes: Bool
    let channel: any Channel

    /// Sends all of it; throws when the connection is to be closed.
    func send(by writer: consuming ResponseWriter) async throws {
        if delivery.delay > 0 { try await Task.sleep(for: .milliseconds(delivery.delay)) }
        if delivery.cut == .beforeAnswer { try await cutWithReset() }
        if isHead {
            try await writer.writeResponse(head)
            return
        }
        if delivery.cut == nil, delivery.drip == 0, delivery.filler.count == 0 {
            let body = ResponseBody(byteBuffer: ByteBuffer(bytes: delivery.answer.body))
            try await writer.write(response: head, body: body)
        } else {
            try await send(try await writer.writeHead(head))
        }
    }

    private func send(_ body: consuming some ResponseBodyWriter) async throws {
        var writer = body
        let limit = delivery.cut == .inBody ? delivery.length / 2 : delivery.length
        var sent = 0
        let size =
            delivery.drip > 0 ? max(1, delivery.length / Self.dripPieces) : Self.pieceSize
        while sent < limit {
            let piece = bytes(sent..<min(limit, sent + size))
            try await writer.write(ByteBuffer(bytes: piece))
            sent += piece.count
            if delivery.drip > 0 {
                try await Task.sleep(for: .milliseconds(delivery.drip / Self.dripPieces))
            }
        }
        guard delivery.cut == nil else {
            // What was written is still on its way through the event loop; half an answer must
            // arrive as half an answer.
            try await Task.sleep(for: .milliseconds(50))
            throw ConnectionCut()
        }
        try await writer.finish(nil)
    }

    /// A part of the body: the answer's own bytes, the filler, the tail.
    private func bytes(_ range: Range<Int>) -> [UInt8] {
        let own = delivery.answer.body
        let filler = delivery.filler
        if range.upperBound <= own.count { return Array(own[range]) }
        if range.lowerBound >= own.count, range.upperBound <= own.count + filler.count {
            return [UInt8](repeating: filler.byte, count: range.count)
        }
        return range.map { index in
            if index < own.count { return own[index] }
            let past = index - own.count
            return past < filler.count ? filler.byte : filler.tail[past - filler.count]
        }
    }

    /// Closes the connection so that the client sees a reset, not an end.
    private func cutWithReset() async throws {
        if let options = channel as? any SocketOptionProvider {
            try? await options.setSoLinger(linger(l_onoff: 1, l_linger: 0)).get()
        }
        try? await channel.close().get()
        throw ConnectionCut()
    }

    private var head: HTTPResponse {
        var head = HTTPResponse(status: HTTPResponse.Status(code: delivery.answer.status))
        for field in delivery.answer.headers {
            guard let name = HTTPField.Name(field.name) else { continue }
            head.headerFields.append(HTTPField(name: name, value: field.value))
        }
        if let reason = delivery.answer.reason, let name = Self.reasonName {
            head.headerFields[name] = reason
        }
        head.headerFields[.date] = Self.httpDate(delivery.date)
        head.headerFields[.contentLength] = String(delivery.length)
        if closes { head.headerFields[.connection] = "close" }
        return head
    }

    private static let reasonName = HTTPField.Name(ReasonPhraseHandler.header)

    /// The moment as HTTP writes it, such as `Fri, 20 Nov 2026 09:00:00 GMT`.
    static func httpDate(_ moment: Instant) -> String {
        let days = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"]
        let months = [
            "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
        ]
        let date = TimeZoneRules.utc.date(of: moment)
        let (year, month, day) = date.parts
        let dayName = days[((Int(date.daysSinceEpoch) % 7) + 7) % 7]
        let time = moment.isoText.dropFirst(11).prefix(8)
        let number = (day < 10 ? "0" : "") + String(day)
        return "\(dayName), \(number) \(months[month - 1]) \(year) \(time) GMT"
    }
}
