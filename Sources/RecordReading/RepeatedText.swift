import ByteText

/// Keeps a text that most records repeat, such as a daybook, once.
///
/// It remembers a few texts; one that it has forgotten only takes its room again.
struct RepeatedText {
    private static let slotCount = 16
    private var known = [TextSlice](repeating: .absent, count: slotCount)

    /// The place of a text in the arena, where it may have stood before.
    mutating func slice(
        _ text: UnsafeBufferPointer<UInt8>, in texts: inout TextArena
    ) -> TextSlice {
        guard let last = text.last else { return .absent }
        let slot = (Int(last) &+ text.count &* 5) & (Self.slotCount - 1)
        let candidate = known[slot]
        if Int(candidate.count) == text.count,
            texts.withBytes(candidate, { $0.elementsEqual(text) })
        {
            return candidate
        }
        known[slot] = texts.append(UnsafeRawBufferPointer(text))
        return known[slot]
    }
}
