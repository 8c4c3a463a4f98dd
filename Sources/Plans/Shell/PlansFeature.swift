import Database
import Kernel
package import Site

/// Plans: drawn from judgements, approved, live, checked.
package let plansFeature = Feature(
    name: "Plans",
    migrations: [
        Migration("0006-pro-formas", PackageResources._006_pro_formas_sql),
        Migration("0007-plans", PackageResources._007_plans_sql),
    ],
    routes: { routes in
        proFormaRoutes(&routes)
        planListRoutes(&routes)
        newPlanRoutes(&routes)
        planRoutes(&routes)
        detailsRoutes(&routes)
        priorityRoutes(&routes)
        outcomeRoutes(&routes)
        criterionRoutes(&routes)
        actionRoutes(&routes)
        blockageRoutes(&routes)
        removalRoutes(&routes)
        planPaperRoutes(&routes)
        checkPlanRoutes(&routes)
        checkRoutes(&routes)
        healthRoutes(&routes)
    },
    links: { _ in [Reader.Link(.plans, "Plans", PlanLinks.list)] },
    samples: proFormaSamples + planSamples + planPaperSamples + checkSamples, invariants: planInvariants,
    due: { actor, through, tx in
        try tx.checksDue(for: actor.seats, through: through).due(on: tx.today)
            + tx.waitingApprovals(for: actor).map(\.due)
            + tx.answeredApprovals(for: actor).map(\.due)
            + tx.waitingBlockages(for: actor.seats, through: through).map(\.due)
    },
    over: { actor, days, last, tx in
        try tx.checksCalledOff(for: actor.seats, inLast: days, through: last).map(\.waiting)
    })
