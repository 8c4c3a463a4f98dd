package import Database
import Evaluations
import People
import Schools
import Site
import Tools
import Trail
import Jobs

/// Every feature, in the order in which their schemas build on each other.
package enum Features {
    package static let all: [Feature] = [schoolsFeature, peopleFeature, toolsFeature, evaluationsFeature]

    package static let migrator = Migrator(trailMigrations + jobMigrations + all.flatMap(\.migrations))
}
