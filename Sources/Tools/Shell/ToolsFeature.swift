import Database
package import Site

/// Self-evaluation tools: the catalogue, what a trust has of it, and the pages to read it on.
package let toolsFeature = Feature(
    name: "Tools",
    migrations: [Migration("0004-tools", PackageResources._004_tools_sql)],
    routes: toolRoutes,
    links: { _ in [Reader.Link(.tools, "Tools", ToolLinks.library)] },
    samples: toolSamples)
