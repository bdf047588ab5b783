import ByteText
import DomainModel
import PaymentsModel

/// Why CCV does not do what is asked, as an answer (API reference, 2).
///
/// Known are `process_error`, the status 401 and the failure codes; the other types, the messages
/// and the status of most problems are guesses.
enum CCVProblem: Error, Equatable {
    case unauthorised
    case unknownPath
    case wrongMethod(allowed: String)
    case unknownReference(String)
    /// An empty list, when the mood says that it is not found.
    case nothingFound
    case invalidBody(String)
    case invalidField(String, String)
    case refused(PaymentsRefusal)

    func answer(_ request: WireRequest, at now: Instant) -> WireAnswer {
        var writer = JSONWriter()
        writer.beginObject()
        writer.key("type")
        writer.string(type)
        writer.key("message")
        writer.string(message)
        writer.key("reference")
        writer.string(Self.errorReference(request, at: now))
        if let failureCode {
            writer.key("failureCode")
            writer.string(failureCode)
        }
        if case .invalidField(let field, _) = self {
            writer.key("field")
            writer.string(field)
        }
        if case .refused(.insufficientBalance(let balance)) = self {
            writer.key("balance")
            writer.beginObject()
            CCVAnswers.write(balance, to: &writer)
            writer.endObject()
        }
        writer.endObject()
        var answer = CCVAnswers.json(writer, status: status)
        switch self {
        case .unauthorised:
            answer.headers.append(WireRequest.Field("WWW-Authenticate", "Basic realm=\"CCV\""))
        case .wrongMethod(let allowed):
            answer.headers.append(WireRequest.Field("Allow", allowed))
        default: break
        }
        return answer
    }

    private var status: Int {
        switch self {
        case .unauthorised: 401
        case .unknownPath, .unknownReference, .nothingFound, .refused(.unknownReference): 404
        case .wrongMethod: 405
        case .invalidBody, .invalidField, .refused: 400
        }
    }

    private var type: String {
        switch self {
        case .unauthorised: "authentication_error"
        case .unknownPath, .wrongMethod, .nothingFound: "request_error"
        case .invalidBody, .invalidField: "validation_error"
        case .unknownReference, .refused: "process_error"
        }
    }

    /// The code, where one is known (API reference, 4.7).
    private var failureCode: String? {
        switch self {
        case .unauthorised: "bad_credentials"
        case .unknownReference, .refused(.unknownReference): "unknown_reference"
        case .refused(.refundLimit): "refund_limit"
        case .refused(.insufficientBalance): "unsufficient_balance"
        default: nil
        }
    }

    private var message: String {
        switch self {
        case .unauthorised: "Invalid API key"
        case .unknownPath: "No such resource"
        case .wrongMethod(let allowed): "Method not allowed, use \(allowed)"
        case .unknownReference(let reference): "Unknown reference: \(reference)"
        case .nothingFound: "No transactions found"
        case .invalidBody(let reason): "Invalid request: \(reason)"
        case .invalidField(let field, let reason): "Invalid value for \(field): \(reason)"
        case .refused(let refusal): Self.message(of: refusal)
        }
    }

    private static func message(of refusal: PaymentsRefusal) -> String {
        switch refusal {
        case .unknownReference(let reference): "Unknown reference: \(reference)"
        case .duplicateReference(let reference): "Reference exists: \(reference)"
        case .notPossible(let reference, let status, let type):
            "Not possible for \(type.rawValue) \(reference) with status \(status.rawValue)"
        case .invalidAmount(let amount): "Invalid amount: \(MinorUnits.text(amount))"
        case .refundLimit(let original, let refunded, let requested, let digits):
            "Refund request limit check: Original Amount: \(text(original, digits)), "
                + "Already Refunded Amount: \(text(refunded, digits)), "
                + "Requested Amount: \(text(requested, digits)), "
                + "Maximum Refundable Amount: \(text(original * 12 / 10, digits))"
        case .captureLimit(let authorised, let captured, let requested, let digits):
            "Capture request limit check: Authorised Amount: \(text(authorised, digits)), "
                + "Already Captured Amount: \(text(captured, digits)), "
                + "Requested Amount: \(text(requested, digits))"
        case .insufficientBalance(let balance):
            "Insufficient balance for \(balance.method): \(text(balance.total, 2))"
        }
    }

    private static func text(_ amount: Int64, _ digits: Int) -> String {
        MinorUnits.text(amount, digits: digits)
    }

    /// Eight hexadecimal digits that name the problem for CCV's helpdesk.
    private static func errorReference(_ request: WireRequest, at now: Instant) -> String {
        var hash: UInt32 = 0x811C_9DC5
        for byte in (request.method + request.path + String(now.milliseconds)).utf8 {
            hash = (hash ^ UInt32(byte)) &* 0x0100_0193
        }
        let digits = String(hash, radix: 16)
        return String(repeating: "0", count: 8 - digits.count) + digits
    }
}
