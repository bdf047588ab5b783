/// One input of a run.
package struct FuzzInput: Sendable {
    /// Its number in the run, from 0.
    package let number: Int
    /// What it is read as.
    package let target: FuzzTarget
    /// The bytes.
    package let bytes: [UInt8]
    /// What else is chosen at random for it: sizes of pieces, worlds, companions.
    let choices: SeededGenerator

    /// Makes an input from bytes that are given.
    package init(number: Int, target: FuzzTarget, bytes: [UInt8], choices: SeededGenerator) {
        self.number = number
        self.target = target
        self.bytes = bytes
        self.choices = choices
    }
}
