import Kernel
import Site
import ToolRules

/// Anybody signed in may read every tool: what good looks like is nobody's secret.
@Sendable func toolRoutes(_ routes: inout Routes) {
    routes.get(ToolLinks.library, .signedIn) { visit in
        .page(ToolLibraryPage(tools: try await readToolLibrary(in: visit.database)).page)
    }
    routes.get("/tools/:tool", .signedIn) { visit in
        let tool = try visit.tool
        return .seeOther(ToolLinks.version(tool, try await newestVersion(of: tool, in: visit.database)))
    }
    routes.get("/tools/:tool/:version", .signedIn) { visit in
        let (tool, last) = (try visit.tool, try visit.part("version"))
        guard last.hasSuffix(".yaml") else {
            guard let version = VersionName(last) else { throw Refusal.notFound }
            return .page(ToolPage(edition: try await readTool(tool, version, in: visit.database)).page)
        }
        guard let version = VersionName(String(last.dropLast(5))) else { throw Refusal.notFound }
        let file = try await readToolFile(tool, version, in: visit.database)
        return .download(Array(file.utf8), name: "\(tool)-\(version).yaml", type: "application/yaml; charset=utf-8")
    }
}

extension SignedIn {
    fileprivate var tool: ToolKey {
        get throws {
            guard let tool = ToolKey(try part("tool")) else { throw Refusal.notFound }
            return tool
        }
    }
}
