import Glibc

/// Reads and writes whole pieces through the system, however the system splits them.
enum FileDescriptor {
    /// What the system said when it refused.
    struct Fault: Error {
        var number: Int32
        /// The system's words.
        var reason: String { String(cString: strerror(number)) }
    }

    /// Writes all bytes.
    static func write(_ bytes: ArraySlice<UInt8>, to descriptor: Int32) throws(Fault) {
        let result = bytes.withUnsafeBytes { buffer in
            Result { () throws(Fault) in try write(buffer, to: descriptor) }
        }
        try result.get()
    }

    /// Writes all bytes.
    static func write(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) throws(Fault) {
        var offset = 0
        while offset < bytes.count {
            let count = Glibc.write(
                descriptor, bytes.baseAddress?.advanced(by: offset), bytes.count - offset)
            if count < 0 {
                if errno == EINTR { continue }
                throw Fault(number: errno)
            }
            offset += count
        }
    }

    /// Reads until the buffer is full or the end is there; says how many bytes there are.
    static func read(
        _ descriptor: Int32, into buffer: UnsafeMutableRawBufferPointer
    ) throws(Fault) -> Int {
        var filled = 0
        while filled < buffer.count {
            let count = Glibc.read(
                descriptor, buffer.baseAddress?.advanced(by: filled), buffer.count - filled)
            if count < 0 {
                if errno == EINTR { continue }
                throw Fault(number: errno)
            }
            if count == 0 { break }
            filled += count
        }
        return filled
    }
}
