import Database
import Jobs
import SchoolRules
package import Site

/// Schools: the trust, its schools from the national register, their departments and categories.
///
/// - Parameter follower: what falls due at a school and ends, moves or comes back with it; `SchoolFollower.all` joins several.
package func schoolsFeature(_ follower: SchoolFollower = .nobody) -> Feature {
    Feature(
        name: "Schools",
        migrations: [Migration("0001-schools", PackageResources._001_schools_sql)],
        routes: { routes in
            schoolListRoutes(&routes)
            departmentRoutes(&routes)
            categoryRoutes(&routes)
            importRoutes(&routes, follower)
            movingRoutes(&routes, follower)
            trustRoutes(&routes)
        },
        links: { _ in [Reader.Link(.schools, "Schools", SchoolLinks.list)] },
        jobs: [
            JobKind("schools.forget-old-uploads", every: 3_600) { _, database in
                try await forgetOldUploads(in: database)
            }
        ], samples: schoolSamples + importSamples + movingSamples, invariants: schoolInvariants)
}
