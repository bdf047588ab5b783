/// A run of the built program in a folder of its own.
package struct CommandRun {
    /// A run that should have worked.
    package struct Failed: Error {
        /// What it said.
        package let errors: String
    }

    /// The exit code.
    package let code: Int32
    /// The bytes of stdout.
    package let output: [UInt8]
    /// The text of stderr.
    package let errors: String

    /// What stands on stdout.
    package var text: String { String(decoding: output, as: UTF8.self) }

    /// Throws when the exit code is not 0.
    package func mustHaveWorked() throws {
        guard code == 0 else { throw Failed(errors: errors) }
    }
}
