import DomainModel

/// Notes what the objects of a payments file look like, to tell a wrong file by its contents.
struct PaymentSurvey {
    private var objects = 0
    private var withReference = 0
    private var likeOpenItems = 0
    private var likeCustomers = 0
    private var errorAnswers = 0
    private var first: (line: Int, byteOffset: Int)?
    private var firstError = ""

    /// Looks at one object.
    @inline(__always)
    mutating func note(_ object: borrowing ObjectScan<PaymentKey>, at place: RecordPlace) {
        objects += 1
        if first == nil { first = (place.line, place.offset + place.start) }
        if object.has(.reference) { withReference += 1 }
        if object.has(.openvalue) || object.has(.dim2) || !object.has(.amount) {
            noteStranger(object, at: place)
        }
    }

    /// Why these are no payments, if not one of the objects is one.
    var fault: RecordFault? {
        guard objects > 0, let first else { return nil }
        func fault(_ message: String, _ help: String) -> RecordFault {
            RecordFault(message, line: first.line, byteOffset: first.byteOffset, help: help)
        }
        if errorAnswers == objects {
            return fault(
                "found an error answer of CCV (\(firstError)), expected payments",
                "CCV refused the request; the file has its reason instead of payments.")
        }
        guard withReference == 0 else { return nil }
        let found =
            objects == 1
            ? "found no payments: the only object has no `reference`"
            : "found no payments: not one of the \(objects) objects has a `reference`"
        if likeOpenItems > 0 {
            return fault(
                found + "; they look like open items",
                "Give this file as open items, and CCV's payments as payments.")
        }
        if likeCustomers > 0 {
            return fault(
                found + "; they look like customers",
                "Give this file as customers, and CCV's payments as payments.")
        }
        return fault(found, "Expected CCV's transaction objects, each with a `reference`.")
    }

    private mutating func noteStranger(
        _ object: borrowing ObjectScan<PaymentKey>, at place: RecordPlace
    ) {
        if object.has(.openvalue) {
            likeOpenItems += 1
        } else if object.has(.dim2) {
            likeCustomers += 1
        }
        let isPayment = object.has(.amount) || object.has(.status) || object.has(.created)
        guard !isPayment, Self.isError(object, place.base) else { return }
        if errorAnswers == 0 { firstError = Self.summary(object, place.base) }
        errorAnswers += 1
    }

    /// CCV's error body has a `message` or a `type` such as `process_error`; both may be missing,
    /// but not both at once.
    private static func isError(
        _ object: borrowing ObjectScan<PaymentKey>, _ base: UnsafePointer<UInt8>
    ) -> Bool {
        if object[.message].isText { return true }
        let type = object[.type]
        return type.isText && type.written(in: base).suffix(5).elementsEqual("error".utf8)
    }

    /// The kind, the code and the message of an error body, as far as they are there.
    private static func summary(
        _ object: borrowing ObjectScan<PaymentKey>, _ base: UnsafePointer<UInt8>
    ) -> String {
        var parts: [String] = []
        for value in [object[.type], object[.failureCode], object[.message]] where value.isText {
            parts.append(FoundText.excerpt(value.written(in: base), limit: 200))
        }
        return parts.joined(separator: ": ")
    }
}
