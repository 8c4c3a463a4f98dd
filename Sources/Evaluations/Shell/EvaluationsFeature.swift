import Database
import Kernel
package import Site

/// Evaluations: opened, judged jointly, agreed, and shown on the trust's map.
///
/// - Parameter plans: what their pages show of plans and lead to there.
package func evaluationsFeature(beside plans: PlansBeside = .none) -> Feature {
    Feature(
        name: "Evaluations",
        migrations: [
            Migration("0005-evaluations", PackageResources._005_evaluations_sql),
            Migration("0011-open-evaluations", PackageResources._011_open_evaluations_sql),
        ],
        routes: { routes in
            openingRoutes(&routes)
            evaluationRoutes(&routes, beside: plans)
            mapRoutes(&routes)
        },
        links: { actor in
            // The map shows schools as wholes; somebody with posts in departments alone has none on it.
            let map =
                actor.posts.contains { $0.place.department == nil }
                ? [Reader.Link(.map, "Trust map", MapLinks.map)] : []
            return map + [Reader.Link(.evaluate, "Evaluate", EvaluationLinks.list)]
        }, samples: evaluationSamples + movementSamples + mapSamples,
        invariants: evaluationInvariants,
        due: { actor, through, tx in try tx.judgementsAsked(of: actor).map(\.due).filter { $0.day <= through } })
}
