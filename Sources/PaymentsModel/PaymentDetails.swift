/// What payments of a method show about themselves (API reference, 4.6).
enum PaymentDetails {
    /// As soon as a payment has started.
    static func started(_ method: String) -> [PaymentDetail] {
        switch method {
        case Payment.landingPageMethod:
            [
                PaymentDetail("expirationDuration", .text("P0Y2M1DT0H0M0.000S")),
                PaymentDetail("allowCustomerCancel", .flag(true)),
            ]
        case "terminal":
            [
                PaymentDetail("operatingEnvironment", .text("ATTENDED")),
                PaymentDetail("managementSystemId", .text("1234567")),
                PaymentDetail("terminalId", .text("1234567")),
                PaymentDetail("wakeUpType", .text("CLOUD_CONNECT")),
                PaymentDetail("accessProtocol", .text("OPI_NL")),
            ]
        default: []
        }
    }

    /// When a payment has succeeded.
    static func settled(_ payment: Payment) -> [PaymentDetail]? {
        guard payment.method == "card", let brand = payment.brand else { return payment.details }
        return [
            PaymentDetail("maskedPan", .text(maskedPan(brand))),
            PaymentDetail("acquirerResponseCode", .text("00")),
            PaymentDetail("authorisedAmount", .amount(payment.amount)),
            PaymentDetail("acquirer", .text(brand == "amex" ? "AmericanExpress" : "Valitor")),
            PaymentDetail("authenticationProtocol", .text("3DS2")),
            PaymentDetail("authenticationStatus", .text("Y")),
            PaymentDetail(
                "acquirerResponseCodeDescription", .text("ApprovedOrCompletedSuccessfully")),
        ]
    }

    private static func maskedPan(_ brand: String) -> String {
        switch brand {
        case "visa": "4111XXXXXXXX1111"
        case "mastercard": "5555XXXXXXXX4444"
        case "amex": "3782XXXXXXX0005"
        default: "6703XXXXXXXX4449"
        }
    }
}
