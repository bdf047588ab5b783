import NIOSSL

/// The certificate with which the dashboard speaks https.
public struct ServerCertificate: Sendable {
    /// Why files are no certificate to serve with, in a sentence that names the file.
    public struct Fault: Error, Sendable, Hashable {
        /// What is wrong.
        public var message: String
    }

    let configuration: TLSConfiguration

    /// Reads PEM files: the certificate with its chain, and its private key.
    public init(chain: String, key: String) throws(Fault) {
        let certificates: [NIOSSLCertificate]
        do {
            certificates = try NIOSSLCertificate.fromPEMFile(chain)
        } catch {
            throw Fault(message: "\(chain): no certificate in PEM form can be read from this file")
        }
        guard !certificates.isEmpty else {
            throw Fault(message: "\(chain): there is no certificate in this file")
        }
        let privateKey: NIOSSLPrivateKey
        do {
            privateKey = try NIOSSLPrivateKey(file: key, format: .pem)
        } catch {
            throw Fault(message: "\(key): no private key in PEM form can be read from this file")
        }
        var configuration = TLSConfiguration.makeServerConfiguration(
            certificateChain: certificates.map { .certificate($0) },
            privateKey: .privateKey(privateKey))
        configuration.minimumTLSVersion = .tlsv12
        do {
            // What does not belong together is told here and not by the first browser.
            _ = try NIOSSLContext(configuration: configuration)
        } catch {
            throw Fault(message: "\(key): this key does not belong to the certificate in \(chain)")
        }
        self.configuration = configuration
    }
}
