import ByteText
import ConfigurationReading
import Dashboard
import ServiceHTTP
import Wording

/// Posts a report of a problem to the configured address: a JSON object with `subject` and `text`.
struct ReportPost {
    let address: WebAddress
    let configuration: Configuration

    /// Sends it once; what went wrong is said in the outcome.
    func send(_ report: ProblemReport) async -> ActOutcome {
        var json = JSONWriter()
        json.beginObject()
        json.key("subject")
        json.string(report.subject)
        json.key("text")
        json.string(report.text)
        json.endObject()
        let request = ServiceRequest(
            .post(contentType: "application/json", body: json.bytes), url: address.text)
        do {
            let transport = try NetworkTransport(
                timeout: configuration.http.timeout,
                certificateAuthorities: configuration.http.certificateAuthorities)
            let status = try await status(of: request, over: transport)
            await transport.shutdown()
            guard (200..<300).contains(status) else { return refusal("\(status)") }
            return .done(
                1,
                Phrase(
                    en: "The report was sent to \(address.host).",
                    nl: "De melding is verstuurd naar \(address.host)."))
        } catch {
            return refusal(error.message)
        }
    }

    private func status(
        of request: ServiceRequest, over transport: NetworkTransport
    ) async throws(TransportFault) -> Int {
        let answer = try await transport.send(request)
        _ = await answer.start(atMost: 1_024)
        return answer.head.status
    }

    private func refusal(_ why: String) -> ActOutcome {
        .refused(
            Phrase(
                en: "\(address.host) did not take the report (\(why)); download it instead.",
                nl: "\(address.host) nam de melding niet aan (\(why)); download de melding."))
    }
}
