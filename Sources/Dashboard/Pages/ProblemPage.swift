import HTTPTypes
import Hummingbird
import LedgerViews
import NIOCore
import Wording

/// The page Meld probleem: shows the report first, then sends it the way a person chooses.
struct ProblemPage {
    let room: PageRoom
    let visit: Visit

    /// The page that an address asks for.
    func page() throws -> Page {
        let payment = try DetailsPage(room: room, visit: visit).payment()
        let note = Self.note(visit.query)
        let report = report(payment, note: note)
        let delivery = room.actions.reportDelivery
        let reference = payment.summary.reference
        let connection = payment.summary.connection
        let same = [("verbinding", connection), ("id", reference), ("tekst", note)]
        var fields: Fields = [
            "connection": connection, "reference": reference, "note": note,
            "report": report.text, "hasWebhook": delivery.webhookHost != nil,
            "webhookHost": delivery.webhookHost ?? "", "hasMail": delivery.mailAddress != nil,
            "mailAddress": delivery.mailAddress ?? "",
            "downloadHref": room.address("/melding.txt", same),
            "paymentHref": room.address(of: reference, connection),
        ]
        if let address = delivery.mailAddress {
            fields["mailHref"] =
                "mailto:" + FormFields.encoded(address).replacing("%40", with: "@") + "?subject="
                + FormFields.encoded(report.subject) + "&body=" + FormFields.encoded(report.text)
        }
        return Page(
            template: "problem",
            title: Phrase(
                en: "Report a problem: \(shown(reference))",
                nl: "Meld probleem: \(shown(reference))"), place: nil, fields: fields)
    }

    /// The report of a payment.
    func report(_ payment: PaymentView, note: String) -> ProblemReport {
        ProblemText(
            payment: payment, note: note, version: room.settings.version,
            zone: room.settings.zone
        ).report
    }

    /// The report as a file.
    func download() throws -> Response {
        let payment = try DetailsPage(room: room, visit: visit).payment()
        let report = report(payment, note: Self.note(visit.query))
        return Response(
            status: .ok,
            headers: [
                .contentType: "text/plain; charset=utf-8",
                .contentDisposition: "attachment; filename=\"melding.txt\"",
            ],
            body: ResponseBody(
                byteBuffer: ByteBuffer(string: report.subject + "\n\n" + report.text + "\n")))
    }

    /// What the person wrote, bounded.
    static func note(_ fields: FormFields) -> String {
        String((fields["tekst"] ?? "").prefix(1000))
    }
}
