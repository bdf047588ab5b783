public import DomainModel

extension SOAPRequest {
    /// The message that asks for deleted entries, of one daybook or of all, by date (section 6).
    ///
    /// The reference names the service and its arguments; the envelope and the action are those of
    /// a client that is used, not Twinfield's own word. That a daybook comes last, as the alphabet
    /// has it, is a guess, and such a service skips what it does not expect: what comes back must
    /// be filtered.
    public static func deletedTransactions(
        office: String, daybook: String?, from: CalendarDate?, to: CalendarDate?,
        _ header: SOAPHeader
    ) throws(RequestFault) -> SOAPRequest {
        var writer = RequestWriter()
        writer.markup(envelopeStart)
        writer.markup(
            """
            <soap:Header><Authentication xmlns="http://www.twinfield.com/" \
            xmlns:s="http://schemas.datacontract.org/2004/07/Twinfield.WebServices.Shared">
            """)
        try writer.element("s:AccessToken", header.accessToken, limit: tokenLimit)
        try writer.element("s:CompanyCode", office)
        writer.markup(
            """
            </Authentication></soap:Header><soap:Body>\
            <Query xmlns="http://www.twinfield.com/" \
            xmlns:a="http://schemas.datacontract.org/2004/07/\
            Twinfield.WebServices.DeletedTransactionsService" \
            xsi:type="a:GetDeletedTransactions">
            """)
        try writer.element("a:CompanyCode", office)
        if let from { try writer.element("a:DateFrom", from.isoText + "T00:00:00", limit: 19) }
        if let to { try writer.element("a:DateTo", to.isoText + "T23:59:59", limit: 19) }
        if let daybook { try writer.element("a:Daybook", daybook) }
        writer.markup("</Query>")
        return SOAPRequest(
            path: "/webservices/DeletedTransactionsService.svc",
            action: "\"http://www.twinfield.com/DeletedTransactionsService/Query\"",
            body: end(writer), credits: 1)
    }
}
