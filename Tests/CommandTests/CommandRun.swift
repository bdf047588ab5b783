/// A run of the built program in a folder of its own.
struct CommandRun {
    let code: Int32
    let output: [UInt8]
    let errors: String

    /// What stands on stdout.
    var text: String { String(decoding: output, as: UTF8.self) }
}
