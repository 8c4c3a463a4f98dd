import Crypto
package import Database
import Foundation

/// SHA-256 of a secret of 256 random bits, or of something that need not be read again, in hexadecimal. Secrets with so
/// much chance in them need no slow hash.
package struct TokenHash: Hashable, Sendable, Bindable {
    let text: String

    package init(_ secret: String) {
        text = SHA256.hash(data: Data(secret.utf8)).map { byte in
            let digits = String(byte, radix: 16)
            return byte < 16 ? "0" + digits : digits
        }.joined()
    }

    package var binding: Binding { .text(text) }
}
