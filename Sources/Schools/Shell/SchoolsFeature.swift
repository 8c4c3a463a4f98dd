import Database
import Jobs
import SchoolRules
package import Site

/// Schools: the trust, its schools from the national register, their departments and categories.
package let schoolsFeature = Feature(
    name: "Schools",
    migrations: [Migration("0001-schools", PackageResources._001_schools_sql)],
    routes: { routes in
        schoolListRoutes(&routes)
        departmentRoutes(&routes)
        categoryRoutes(&routes)
        importRoutes(&routes)
    },
    links: { _ in [Reader.Link(.schools, "Schools", SchoolLinks.list)] },
    jobs: [
        JobKind("schools.forget-old-uploads", every: 3_600) { _, database in try await forgetOldUploads(in: database) }
    ], samples: schoolSamples + importSamples, invariants: schoolInvariants)
