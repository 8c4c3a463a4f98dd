import Crypto
package import Database
import Foundation
import Kernel

/// SHA-256 of a secret of 256 random bits, or of something that need not be read again, in hexadecimal. Secrets with so
/// much chance in them need no slow hash.
package struct TokenHash: Hashable, Sendable, Bindable {
    package let text: String

    package init(_ secret: String) {
        text = SHA256.hash(data: Data(secret.utf8)).hexadecimal
    }

    package var binding: Binding { .text(text) }

    package func isStored(as text: String) -> Bool { self.text == text }
}
