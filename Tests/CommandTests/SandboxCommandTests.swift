import Foundation
import ProgramSupport
import Testing

@Suite("ccvmap sandbox")
struct SandboxCommandTests {
    @Test("It prints one line, and a signal ends it with exit 0", arguments: ["TERM", "INT"])
    func signalEndsIt(signal: String) throws {
        let place = try Workplace()
        let run = try place.sandbox("kill -\(signal) $pid; wait $pid; echo \"exit $?\"")
        #expect(run.text.contains("exit 0"))
        let lines = run.text.split(separator: "\n").filter { $0.hasPrefix("{") }
        #expect(lines.count == 1)
        #expect(run.errors.contains("the sandbox listens"))
    }

    @Test("The books survive a kill at once after the answer")
    func booksSurviveKill() throws {
        let place = try Workplace()
        let book =
            #"{"daybook":"MEMO","lines":[{"dim1":"2101","side":"debit","value":"5.00"},"#
            + #"{"dim1":"2102","side":"credit","value":"5.00"}]}"#
        let first = try place.sandbox(
            "curl -s $base/admin/books/entries -d '\(book)'; kill -9 $pid", ["--dir", "state"])
        let number = try #require(first.text.firstMatch(of: /"number" : "(\d+)"/))
        let second = try place.sandbox(
            "curl -s \"$base/admin/books/entries?daybook=MEMO\"; kill $pid", ["--dir", "state"])
        #expect(second.text.contains("\"\(number.1)\""))
    }

    @Test("A second one on the same folder is refused")
    func secondIsRefused() throws {
        let place = try Workplace()
        let run = try place.sandbox(
            "\"$program\" sandbox --dir state; echo \"exit $?\"; kill $pid", ["--dir", "state"])
        #expect(run.text.contains("exit 1"))
        #expect(run.errors.contains("another sandbox is running on this folder"))
    }

    @Test("A port that is taken is exit 1, with what to do")
    func takenPort() throws {
        let place = try Workplace()
        let run = try place.sandbox(
            "\"$program\" sandbox --port ${base##*:}; echo \"exit $?\"; kill $pid")
        #expect(run.text.contains("exit 1"))
        #expect(run.errors.contains("cannot listen"))
        #expect(run.errors.contains("name another one with --port"))
    }

    static let wrong = [
        (["--faults", "post:cut-afer"], "there is no fault \"cut-afer\""),
        (["--faults", "@faults.json"], "faults.json: \"nthh\" is no key of a fault"),
        (["--faults", "post:mood(colour=blue)"], "\"colour\" is no field of a mood"),
        (["--start", "tomorrow"], "--start: \"tomorrow\" is no moment"),
        (["--port", "70000"], "--port must be 0 to 65535"),
        (["--payments", "-1"], "--payments"),
    ]

    @Test("Wrong options are exit 2, and say what is wrong", arguments: wrong)
    func wrongOptions(arguments: [String], words: String) throws {
        let place = try Workplace()
        try place.write("faults.json", #"{"operation":"post","fault":"cut-after","nthh":3}"#)
        let run = try place.run(["sandbox"] + arguments)
        #expect(run.code == 2)
        #expect(run.errors.contains(words), "\(run.errors)")
        #expect(run.output.isEmpty)
    }

    @Test("Its help shows how to talk to it with curl")
    func helpShowsCurl() throws {
        let run = try Workplace().run(["sandbox", "--help"])
        #expect(run.code == 0)
        for part in ["curl", "--faults", "cut-after", "/admin", "books/finalise"] {
            #expect(String(decoding: run.output, as: UTF8.self).contains(part))
        }
    }
}

extension Workplace {
    /// What a shell printed while a sandbox ran.
    fileprivate struct ShellRun {
        let text: String
        let errors: String
    }

    /// Starts a sandbox, and then runs a line of a shell that knows `$pid`, `$base` and `$program`.
    fileprivate func sandbox(_ line: String, _ arguments: [String] = []) throws -> ShellRun {
        let script = """
            "$program" sandbox \(arguments.joined(separator: " ")) > line.json & pid=$!
            tries=0
            until [ -s line.json ] || [ $tries -gt 300 ]; do sleep 0.1; tries=$((tries + 1)); done
            cat line.json
            base=$(sed 's/.*"twinfield":"\\([^"]*\\)".*/\\1/' line.json)
            \(line)
            wait
            rm -f line.json
            """
        let run = try shell(script)
        return ShellRun(text: String(decoding: run.output, as: UTF8.self), errors: run.errors)
    }
}
