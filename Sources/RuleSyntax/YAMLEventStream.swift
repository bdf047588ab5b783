internal import CLibYAML

/// The events that libyaml finds in a file.
///
/// The bytes must outlive the stream and be UTF-8 without a byte-order mark.
struct YAMLEventStream: ~Copyable {
    private let parser: UnsafeMutablePointer<yaml_parser_t>
    private let offsets: YAMLOffsetTable

    /// Opens the bytes; `offsets` turns libyaml's character counts into places in the file.
    init(_ bytes: UnsafeBufferPointer<UInt8>, offsets: YAMLOffsetTable) throws(YAMLProblem) {
        parser = .allocate(capacity: 1)
        self.offsets = offsets
        guard yaml_parser_initialize(parser) == 1 else {
            parser.deallocate()
            throw YAMLProblem(problem: "", place: 0)
        }
        yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
        yaml_parser_set_input_string(parser, bytes.baseAddress, bytes.count)
    }

    deinit {
        yaml_parser_delete(parser)
        parser.deallocate()
    }

    /// The next event; not to be called again after `streamEnd` or an error.
    func next() throws(YAMLProblem) -> YAMLEvent {
        var event = yaml_event_t()
        guard yaml_parser_parse(parser, &event) == 1 else { throw problem() }
        defer { yaml_event_delete(&event) }
        let start = offsets.byteOffset(ofScalar: event.start_mark.index)
        let end = offsets.byteOffset(ofScalar: event.end_mark.index)
        var step = YAMLEvent(kind: .streamEnd, range: start..<max(start, end))
        switch event.type {
        case YAML_STREAM_START_EVENT:
            step.kind = .streamStart
        case YAML_DOCUMENT_START_EVENT:
            let directives = event.data.document_start.tag_directives
            step.kind = .documentStart(hasTagDirectives: directives.start != directives.end)
        case YAML_DOCUMENT_END_EVENT:
            step.kind = .documentEnd
        case YAML_ALIAS_EVENT:
            step.kind = .alias
        case YAML_SCALAR_EVENT:
            let scalar = event.data.scalar
            let bytes = UnsafeBufferPointer(start: scalar.value, count: scalar.length)
            step.kind = .scalar(
                text: String(decoding: bytes, as: UTF8.self), style: style(of: scalar.style))
            step.hasAnchor = scalar.anchor != nil
            step.hasTag = scalar.tag != nil
        case YAML_SEQUENCE_START_EVENT:
            step.kind = .sequenceStart
            step.hasAnchor = event.data.sequence_start.anchor != nil
            step.hasTag = event.data.sequence_start.tag != nil
        case YAML_SEQUENCE_END_EVENT:
            step.kind = .sequenceEnd
        case YAML_MAPPING_START_EVENT:
            step.kind = .mappingStart
            step.hasAnchor = event.data.mapping_start.anchor != nil
            step.hasTag = event.data.mapping_start.tag != nil
        case YAML_MAPPING_END_EVENT:
            step.kind = .mappingEnd
        default:
            break
        }
        return step
    }

    private func style(of style: yaml_scalar_style_t) -> YAMLScalar.Style {
        switch style {
        case YAML_SINGLE_QUOTED_SCALAR_STYLE: .singleQuoted
        case YAML_DOUBLE_QUOTED_SCALAR_STYLE: .doubleQuoted
        case YAML_LITERAL_SCALAR_STYLE: .literal
        case YAML_FOLDED_SCALAR_STYLE: .folded
        default: .plain
        }
    }

    private func problem() -> YAMLProblem {
        let state = parser.pointee
        let place = offsets.byteOffset(ofScalar: state.problem_mark.index)
        let context = offsets.byteOffset(ofScalar: state.context_mark.index)
        return YAMLProblem(
            problem: state.problem.map { String(cString: $0) } ?? "",
            place: place,
            contextPlace: state.context == nil ? nil : context)
    }
}
