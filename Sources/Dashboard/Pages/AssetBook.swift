import Crypto
import HTTPTypes
import Hummingbird
import NIOCore

/// The style sheet, the script and the icon; their addresses carry a digest, so browsers keep them.
enum AssetBook {
    /// A file with its type.
    struct Asset: Sendable {
        let name: String
        let type: String
        let bytes: [UInt8]
        let digest: String

        init(_ name: String, _ type: String, _ bytes: [UInt8]) {
            self.name = name
            self.type = type
            self.bytes = bytes
            digest = SHA256.hash(data: bytes).prefix(6).map { byte in
                (byte < 16 ? "0" : "") + String(byte, radix: 16)
            }.joined()
        }
    }

    static let style = Asset(
        "ccvmap.css", "text/css; charset=utf-8", PackageResources.ccvmap_css)
    static let script = Asset(
        "ccvmap.js", "text/javascript; charset=utf-8", PackageResources.ccvmap_js)
    static let icon = Asset("icon.svg", "image/svg+xml", PackageResources.icon_svg)
    static let all = [style, script, icon]

    static func styleAddress(_ room: PageRoom) -> String { address(style, room) }
    static func scriptAddress(_ room: PageRoom) -> String { address(script, room) }
    static func iconAddress(_ room: PageRoom) -> String { address(icon, room) }

    private static func address(_ asset: Asset, _ room: PageRoom) -> String {
        room.address("/middelen/" + asset.name, [("v", asset.digest)])
    }

    /// The answer with an asset; kept for a year, as another content has another address.
    static func answer(_ asset: Asset) -> Response {
        Response(
            status: .ok,
            headers: [
                .contentType: asset.type, .cacheControl: "public, max-age=31536000, immutable",
            ], body: ResponseBody(byteBuffer: ByteBuffer(bytes: asset.bytes)))
    }
}
