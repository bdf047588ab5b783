import ServiceHTTP

/// One transport for all tests: it must live until the last of them is done.
enum TestNetwork {
    private static let made = Result { () throws(TransportFault) in
        try NetworkTransport(timeout: .seconds(120))
    }

    static func transport() throws -> NetworkTransport { try made.get() }
}
