/// One file of `tools`, read and found to be in order. Only reading makes a version, so every version is in order.
package struct ToolFile: Sendable {
    /// Ends in `<tool>/<version>.yaml`, which is what the file must say inside as well.
    package let path: String
    package let version: ToolVersion
    let top: Spot

    /// - Throws: every fault of the file at once.
    package init(_ tree: Tree, path: String) throws(CatalogueFaults) {
        var faults = FaultList()
        let top = Spot.top(of: tree, in: path)
        let version = ToolVersion.read(top, &faults)
        guard let version, faults.all.isEmpty else { throw faults.thrown }
        (self.path, self.version, self.top) = (path, version, top)
    }
}

extension Spot {
    /// Holds a file to the names under which it lies: `<key>/<version>.yaml`.
    package func check<Subject>(isIn key: Key<Subject>, _ faults: inout FaultList) {
        if file.split(separator: "/").dropLast().last.map(String.init) != key.text {
            faults.add(self, "“\(key)” is not the name of the file's folder.")
        }
    }

    package func check(isNamed version: String, _ faults: inout FaultList) {
        if file.split(separator: "/").last.map(String.init) != "\(version).yaml" {
            faults.add(self, "“\(version)” is not the name of the file.")
        }
    }
}
