import Crypto
import Foundation
import HTTPTypes
import Kernel

/// The style sheet, the script and the pictures, under addresses that carry a fingerprint of their content, so that
/// browsers may keep them for a year.
package struct Assets: Sendable {
    private let files: [String: (bytes: [UInt8], type: String, mark: String)]

    init() {
        let sources: [(String, [UInt8], String)] = [
            ("termwise.css", PackageResources.termwise_css, "text/css; charset=utf-8"),
            ("one-page.css", PackageResources.one_page_css, "text/css; charset=utf-8"),
            ("termwise.js", PackageResources.termwise_js, "text/javascript; charset=utf-8"),
            ("icon.svg", PackageResources.icon_svg, "image/svg+xml"),
        ]
        files = Dictionary(
            uniqueKeysWithValues: sources.map { name, bytes, type in
                (name, (bytes, type, fingerprint(bytes)))
            })
        mark = fingerprint(sources.flatMap { $0.1 })
    }

    /// Changes whenever any asset does; part of every page's tag.
    let mark: String

    package var addresses: AssetAddresses {
        AssetAddresses(
            style: address("termwise.css"), onePage: address("one-page.css"), script: address("termwise.js"),
            icon: address("icon.svg"))
    }

    private func address(_ name: String) -> String { "/assets/\(files[name]?.mark ?? "0")/\(name)" }

    /// - Returns: nil when there is no such file with this fingerprint.
    func answer(mark: String, name: String) -> Answer? {
        guard let file = files[name], file.mark == mark else { return nil }
        var answer = Answer(status: .ok, body: .bytes(file.bytes, type: file.type))
        answer.headers[.cacheControl] = "public, max-age=31536000, immutable"
        return answer
    }
}

/// Sixteen hexadecimal digits that stand for these bytes.
func fingerprint(_ bytes: some Sequence<UInt8>) -> String {
    SHA256.hash(data: Data(bytes)).prefix(8).hexadecimal
}
