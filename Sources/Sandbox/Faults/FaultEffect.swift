/// What a fault does to a request.
enum FaultEffect: Sendable, Hashable {
    /// The connection is cut: nothing is handled, and no byte is answered.
    case cutBefore
    /// The request is handled, the connection is cut, and no byte is answered.
    case cutAfter
    /// The request is handled, and the connection is cut in the middle of the answer's body.
    case cutBody
    /// Another answer is given; the request was handled before it, or was not.
    case answer(FaultAnswer, handled: Bool)
    /// The answer of the service loses its second half, with a length that is right.
    case truncated
    /// So many milliseconds pass before the request is handled, or before the answer is sent.
    case slow(milliseconds: Int, handled: Bool)
    /// The answer comes in small pieces, over so many milliseconds.
    case drip(milliseconds: Int)
    /// The services are in another mood for this request.
    case mood(MoodChange)
}

/// What is answered in the place of the service's own answer.
enum FaultAnswer: Sendable, Hashable {
    /// A status without a body, as a proxy gives it.
    case status(Int)
    /// 429; with `Retry-After` when there are seconds.
    case tooMany(retryAfter: Int?)
    /// A refusal of the login, by a code of the API reference of Twinfield, 2.4.
    case denied(status: Int, code: Int)
    /// A SOAP fault with a code of the API reference of Twinfield, 2.4.
    case soap(code: Int)
    /// A page in HTML with status 200.
    case html
    /// Status 200 without a body.
    case empty
    /// Status 200 with bytes that are neither XML nor JSON.
    case garbage
    /// Status 200 with so many bytes.
    case huge(bytes: Int)
}

/// Fields of the moods that are to change, and what to.
struct MoodChange: Sendable, Hashable {
    /// Field and value, in the order they were given.
    var fields: [Field]

    /// One field of `TwinfieldMood` or of `CCVMood`.
    struct Field: Sendable, Hashable {
        var name: String
        var value: JSONTree
    }
}
