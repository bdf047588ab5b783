public import DomainModel

extension SOAPRequest {
    /// The message that asks for deleted entries, of one daybook or of all, by date (section 6).
    ///
    /// The reference names the service and its arguments. That it is asked by a `Query` with a
    /// type, with the header `Authentication`, as Twinfield's other services of this framework are,
    /// is a guess; so is the order of the arguments, which such a service may skip: what comes back
    /// must be filtered.
    public static func deletedTransactions(
        office: String, daybook: String?, from: CalendarDate?, to: CalendarDate?,
        _ header: SOAPHeader
    ) throws(RequestFault) -> SOAPRequest {
        var writer = RequestWriter()
        writer.markup(envelopeStart)
        writer.markup("<soap:Header><Authentication xmlns=\"http://www.twinfield.com/\">")
        try writer.element("AccessToken", header.accessToken, limit: tokenLimit)
        try writer.element("CompanyCode", office)
        writer.markup(
            """
            </Authentication></soap:Header><soap:Body>\
            <Query xmlns="http://www.twinfield.com/" \
            xmlns:a="http://schemas.datacontract.org/2004/07/\
            Twinfield.WebServices.DeletedTransactionsService" \
            xsi:type="a:GetDeletedTransactions">
            """)
        try writer.element("a:CompanyCode", office)
        if let daybook { try writer.element("a:Daybook", daybook) }
        if let from { try writer.element("a:DateFrom", from.isoText + "T00:00:00", limit: 19) }
        if let to { try writer.element("a:DateTo", to.isoText + "T23:59:59", limit: 19) }
        writer.markup("</Query>")
        return SOAPRequest(
            path: "/webservices/DeletedTransactionsService.svc",
            action: "\"http://www.twinfield.com/DeletedTransactionsService/Query\"",
            body: end(writer), credits: 1)
    }
}
