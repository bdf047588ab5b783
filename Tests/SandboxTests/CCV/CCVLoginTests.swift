import Foundation
import Sandbox
import Testing

@Suite("Who may ask CCV's double")
struct CCVLoginTests {
    private func status(_ header: String?, path: String = "/api/v1/method") -> Int {
        var caller = CCVCaller()
        let headers = header.map { [WireRequest.Field("authorization", $0)] } ?? []
        let request = WireRequest(method: "GET", path: path, headers: headers)
        return CCVService.answer(request, world: &caller.world, now: caller.now).status
    }

    private func basic(_ text: String) -> String {
        "Basic " + Data(text.utf8).base64EncodedString()
    }

    @Test("The key is the name and there is no password")
    func allowed() {
        #expect(status(basic("l_0123456789abcdef:")) == 200)
        #expect(status(basic("l_0123456789abcdef:").replacing("Basic", with: "basic")) == 200)
    }

    @Test("Anything else is the status 401")
    func refused() throws {
        #expect(status(nil) == 401)
        for text in ["l_0123456789abcdef", "l_0123456789abcdef:x", ":", "l_other:", " l_0123:"] {
            #expect(status(basic(text)) == 401)
        }
        #expect(status("Bearer l_0123456789abcdef") == 401)
        #expect(status("Basic ???") == 401)
        #expect(status(nil, path: "/api/v1/transaction") == 401)
        #expect(status(nil, path: "/api/v1/cancel") == 401)
    }

    @Test("A request can be asked to say who sends it")
    func userAgent() {
        var caller = CCVCaller { $0.requiresUserAgent = true }
        #expect(caller.call("GET", "method").status == 400)
        #expect(caller.call("GET", "method", headers: ["user-agent": "Shop123456"]).status == 200)
    }

    @Test("Paths and methods that do not exist say so")
    func paths() {
        var caller = CCVCaller()
        #expect(caller.call("GET", "nothing").status == 404)
        #expect(caller.call("GET", "method/").status == 200)
        let wrong = caller.call("GET", "payment")
        #expect(wrong.status == 405 && wrong.header("allow") == "POST")
        #expect(caller.call("DELETE", "transaction").status == 405)
    }
}
