import DomainModel
import Glibc

/// A file, or stdin as `-`, read in pieces of one mebibyte.
struct InputFile {
    /// The path as given.
    let path: String
    private static let pieceByteCount = 1 << 20

    /// Hands every piece to `body`, and how many bytes the file has when that is known.
    func forEachPiece(
        _ body: (UnsafeRawBufferPointer, _ total: Int?) throws -> Void
    ) throws {
        let descriptor = path == "-" ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw unreadable(errno) }
        defer { if path != "-" { close(descriptor) } }
        var status = stat()
        let isRegular =
            fstat(descriptor, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
        let buffer = UnsafeMutableRawBufferPointer.allocate(
            byteCount: Self.pieceByteCount, alignment: 16)
        defer { buffer.deallocate() }
        while true {
            let count: Int
            do {
                count = try FileDescriptor.read(descriptor, into: buffer)
            } catch {
                throw unreadable(error.number)
            }
            if count == 0 { return }
            try body(
                UnsafeRawBufferPointer(rebasing: buffer[..<count]),
                isRegular ? Int(status.st_size) : nil)
        }
    }

    /// All bytes of the file; at most `limit`.
    func bytes(atMost limit: Int) throws -> [UInt8] {
        var result: [UInt8] = []
        try forEachPiece { piece, _ in
            result.append(contentsOf: piece)
            guard result.count <= limit else {
                throw CommandFault.usage("\(path): the file has more than \(limit) bytes")
            }
        }
        return result
    }

    /// A fault of a reader as a fault of the command, with the name of the file.
    func fault(_ fault: RecordFault) -> CommandFault {
        let name = path == "-" ? "stdin" : path
        var place = name
        if let line = fault.line { place += ":\(line)" }
        let byte = fault.byteOffset.map { " (byte \($0))" } ?? ""
        return .failed("\(place): \(fault.message)\(byte)", help: fault.help)
    }

    private func unreadable(_ number: Int32) -> CommandFault {
        .failed(
            "\(path): cannot be read: \(FileDescriptor.Fault(number: number).reason)",
            help: number == ENOENT ? "check the path; it is taken from the current folder" : "")
    }
}
