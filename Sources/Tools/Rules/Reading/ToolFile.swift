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
        if let version { ToolFile.checkNames(version, top, &faults) }
        try faults.check()
        guard let version else {
            throw CatalogueFaults([CatalogueFault(file: path, sentence: "It cannot be read.")])
        }
        (self.path, self.version, self.top) = (path, version, top)
    }

    private static func checkNames(_ version: ToolVersion, _ top: Spot, _ faults: inout FaultList) {
        let parts = top.file.split(separator: "/").suffix(2).map(String.init)
        if parts.first != version.tool.text || parts.count < 2 {
            faults.add(top.nearest("tool"), "“\(version.tool)” is not the name of the file's folder.")
        }
        if parts.last != "\(version.version).yaml" {
            faults.add(top.nearest("version"), "“\(version.version)” is not the name of the file.")
        }
    }
}
