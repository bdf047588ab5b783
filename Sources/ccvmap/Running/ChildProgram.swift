import FoundationEssentials
import Glibc

/// A program of the operator, run without a shell and without arguments.
struct ChildProgram {
    /// What went wrong.
    struct Fault: Error, CustomStringConvertible {
        let description: String
    }

    /// The file of the program.
    let path: String

    /// Runs it with bytes on its stdin until it ends with 0; what it prints is not kept.
    ///
    /// After the limit it is killed with all that it started.
    func run(input: [UInt8], limit: Duration) async throws {
        let file = try stdin(input)
        defer { fclose(file) }
        let process = try start(fileno(file))
        let clock = ContinuousClock()
        let end = clock.now.advanced(by: limit)
        var status: Int32 = 0
        while true {
            let ended = waitpid(process, &status, WNOHANG)
            if ended == process { break }
            guard ended == 0, clock.now < end else {
                kill(-process, SIGKILL)
                waitpid(process, &status, 0)
                throw Fault(
                    description: "\(path) did not end within \(limit.components.seconds) seconds")
            }
            // It is ended too when this run is asked to stop.
            do { try await Task.sleep(for: .milliseconds(20)) } catch {
                kill(-process, SIGKILL)
                waitpid(process, &status, 0)
                throw Fault(description: "\(path) was ended, as the run was")
            }
        }
        guard status == 0 else {
            let word = status & 0x7F == 0 ? "ended with \(status >> 8)" : "was killed"
            throw Fault(description: "\(path) \(word)")
        }
    }

    /// A file without a name that holds the input: nothing waits for a program that reads slowly.
    private func stdin(_ input: [UInt8]) throws -> UnsafeMutablePointer<FILE> {
        guard let file = tmpfile() else { throw fault("no room for its input", errno) }
        guard fwrite(input, 1, input.count, file) == input.count, fflush(file) == 0,
            fseek(file, 0, SEEK_SET) == 0
        else {
            fclose(file)
            throw fault("no room for its input", errno)
        }
        return file
    }

    private func start(_ input: Int32) throws -> pid_t {
        var files = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&files)
        defer { posix_spawn_file_actions_destroy(&files) }
        posix_spawn_file_actions_adddup2(&files, input, STDIN_FILENO)
        for output in [STDOUT_FILENO, STDERR_FILENO] {
            posix_spawn_file_actions_addopen(&files, output, "/dev/null", O_WRONLY, 0)
        }
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        // Signals that this program takes or ignores are the other's own again.
        var signals = sigset_t()
        sigemptyset(&signals)
        posix_spawnattr_setsigmask(&attributes, &signals)
        sigfillset(&signals)
        posix_spawnattr_setsigdefault(&attributes, &signals)
        posix_spawnattr_setpgroup(&attributes, 0)
        posix_spawnattr_setflags(
            &attributes,
            Int16(POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))
        let environment = ProcessInfo.processInfo.environment
            .filter { !$0.key.hasPrefix("CCVMAP_") && $0.key != "CREDENTIALS_DIRECTORY" }
            .map { "\($0.key)=\($0.value)" }
        var process: pid_t = 0
        let result = Self.withTexts([path]) { arguments in
            Self.withTexts(environment) { environment in
                posix_spawn(&process, path, &files, &attributes, arguments, environment)
            }
        }
        guard result == 0 else { throw fault("cannot be run", result) }
        return process
    }

    /// Texts as C has them, with a nil behind the last.
    private static func withTexts<Result>(
        _ texts: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
    ) -> Result {
        let copies = texts.map { strdup($0) }
        defer { for copy in copies { free(copy) } }
        return body(copies + [nil])
    }

    private func fault(_ what: String, _ number: Int32) -> Fault {
        Fault(description: "\(path): \(what): \(String(cString: strerror(number)))")
    }
}
