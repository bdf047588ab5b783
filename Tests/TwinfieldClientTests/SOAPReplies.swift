/// Answers of Twinfield's web services, in SOAP.
extension LocalServer.Reply {
    static let envelopeStart =
        #"<?xml version="1.0" encoding="utf-8"?><soap:Envelope "#
        + #"xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/"><soap:Body>"#
    static let envelopeEnd = "</soap:Body></soap:Envelope>"
    static let resultStart =
        envelopeStart
        + #"<ProcessXmlStringResponse xmlns="http://www.twinfield.com/"><ProcessXmlStringResult>"#
    static let resultEnd =
        "</ProcessXmlStringResult></ProcessXmlStringResponse>" + envelopeEnd

    /// A document of ProcessXml in its envelope.
    static func soap(_ document: String) -> LocalServer.Reply {
        .xml(resultStart + BooksDouble.escaped(document) + resultEnd)
    }

    /// A body of another service in its envelope.
    static func envelope(_ body: String) -> LocalServer.Reply {
        .xml(envelopeStart + body + envelopeEnd)
    }

    static func xml(_ body: String, status: Int = 200) -> LocalServer.Reply {
        LocalServer.Reply(
            status: status, headers: [("content-type", "text/xml; charset=utf-8")], body: body)
    }

    /// A fault; its shape is a guess.
    static func fault(
        _ code: Int?, _ message: String = "Er is iets misgegaan.", status: Int = 500
    ) -> LocalServer.Reply {
        let number = code.map { "<code>\($0)</code>" } ?? ""
        return .xml(
            envelopeStart + "<soap:Fault><faultcode>soap:Server</faultcode>"
                + "<faultstring>\(message)</faultstring><detail><message>\(message)</message>"
                + "\(number)<source>x</source></detail></soap:Fault>" + envelopeEnd,
            status: status)
    }

    static let offices = soap(
        #"<offices result="1"><office name="Shop" shortname="S">NL01</office>"#
            + #"<office name="Other" shortname="O">NL02</office></offices>"#)

    /// A post that worked.
    static func booked(
        office: String = "NL01", code: String = "MEMO", reference: String = "C24-1"
    ) -> LocalServer.Reply {
        soap(
            #"<transaction result="1" location="temporary"><header><office>\#(office)</office>"#
                + "<code>\(code)</code><currency>EUR</currency><date>20261120</date>"
                + "<number>202600001</number></header><lines>"
                + #"<line type="detail" id="1"><dim1>1410</dim1><debitcredit>debit</debitcredit>"#
                + "<value>119.00</value><description>\(reference)</description></line>"
                + #"<line type="detail" id="2"><dim1>1300</dim1><dim2>D1</dim2>"#
                + "<debitcredit>credit</debitcredit><value>119.00</value>"
                + "<openvalue>119.00</openvalue><matchstatus>available</matchstatus></line>"
                + "</lines></transaction>")
    }
}
