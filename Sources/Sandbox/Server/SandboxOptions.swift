public import DomainModel

/// How a sandbox is to run.
public struct SandboxOptions: Sendable {
    /// The port on 127.0.0.1; 0 is any that is free.
    public var port: Int
    /// The folder in which the state survives; nil keeps everything in memory.
    public var directory: String?
    /// The seed of the sample shop; nil is that of the folder, else 1.
    public var seed: UInt64?
    /// How many payments the shop has; nil is that of the folder, else the small shop.
    public var payments: Int?
    /// The moment at which the sandbox begins; nil is that of the folder, else now.
    public var start: Instant?
    /// Faults, as the text of `--faults`, or as JSON when it begins with `{` or `[`.
    public var faults: String?
    /// Where the faults come from, as messages about them say.
    public var faultsName = "--faults"
    /// The credits of Twinfield in a minute; nil is no limit.
    public var creditsPerMinute: Int?
    /// Whether SIGTERM and SIGINT end the sandbox.
    public var endsOnSignals = true

    /// Takes the port; the rest can be set.
    public init(port: Int = 0) { self.port = port }

    /// What faults can do, in the words of `--faults`, as a list for people.
    public static var faultWords: String { FaultWord.all }

    /// The faults; wrong ones are faults of usage.
    func faultRules() throws(SandboxFault) -> [FaultRule] {
        guard let faults else { return [] }
        do throws(SandboxFault) {
            let first = faults.first { !$0.isWhitespace }
            guard first == "{" || first == "[" else { return try FaultText(faults).rules() }
            return try FaultJSON.rules(
                in: JSONTree(document: Array(faults.utf8), named: "the faults"))
        } catch {
            throw error.asUsage(of: faultsName)
        }
    }
}
