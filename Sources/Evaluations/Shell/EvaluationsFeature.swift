import Database
package import Site

/// Evaluations: opened, judged jointly, agreed, and shown on the trust's map.
package let evaluationsFeature = Feature(
    name: "Evaluations",
    migrations: [Migration("0005-evaluations", PackageResources._005_evaluations_sql)],
    routes: { routes in
        openingRoutes(&routes)
        evaluationRoutes(&routes)
        mapRoutes(&routes)
    },
    links: { _ in
        [Reader.Link(.map, "Trust map", MapLinks.map), Reader.Link(.evaluate, "Evaluate", EvaluationLinks.list)]
    }, samples: evaluationSamples)
