/// One step of libyaml through a file; places are UTF-8 offsets in the file.
struct YAMLEvent {
    /// What the step is.
    enum Kind {
        case streamStart
        case streamEnd
        /// A document begins; `hasTagDirectives` when a `%TAG` stands above it.
        case documentStart(hasTagDirectives: Bool)
        case documentEnd
        case alias
        case scalar(text: String, style: YAMLScalar.Style)
        case sequenceStart
        case sequenceEnd
        case mappingStart
        case mappingEnd
    }

    /// What the step is.
    var kind: Kind
    /// Where it stands; with its anchor and tag.
    var range: Range<Int>
    /// Whether an anchor (`&name`) stands in front.
    var hasAnchor = false
    /// Whether a tag (`!name`) stands in front.
    var hasTag = false
}
