import Foundation
import TestKit

/// The shipped pro-formas in a folder of their own, to which a version can be added.
enum CatalogueCopy {
    /// - Parameter version: a copy of 2026-1 under another name.
    static func make(in folder: String, adding version: String, of key: String) throws {
        let shipped = Willowbrook.catalogue + "/pro-formas"
        try FileManager.default.copyItem(atPath: shipped, toPath: folder + "/pro-formas")
        let source = try String(contentsOfFile: "\(shipped)/\(key)/2026-1.yaml", encoding: .utf8)
        try source.replacing("version: 2026-1", with: "version: \(version)").write(
            toFile: "\(folder)/pro-formas/\(key)/\(version).yaml", atomically: true, encoding: .utf8)
    }
}
