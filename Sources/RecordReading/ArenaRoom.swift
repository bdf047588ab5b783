import ByteText
import DomainModel

/// Keeps a hostile file from filling an arena beyond the 4 GiB that a slice can name.
enum ArenaRoom {
    private static let limit = Int(UInt32.max) - 16 << 20

    /// Throws when the next record might not fit any more.
    @inline(__always)
    static func check(_ texts: TextArena, at place: RecordPlace) throws(RecordFault) {
        if texts.bytes.count > limit {
            throw place.fault(
                "found more than 4 GiB of text in one file",
                help: "Split the file, for instance by month.")
        }
    }
}
