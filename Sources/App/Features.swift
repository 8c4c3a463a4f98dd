package import Database
import Evaluations
package import Jobs
import Kernel
import Meetings
import Notices
import People
import Plans
import Schools
package import Site
import Tools
import Trail

/// Every feature, in the order in which their schemas build on each other.
package enum Features {
    package static func all(mail: Mail) -> [Feature] {
        let collected = [
            schoolsFeature, calendarFeature, peopleFeature(mail: mail), toolsFeature, evaluationsFeature(),
            plansFeature, meetingsFeature,
        ]
        return collected + [noticesFeature(mail: mail, due: collected.map(\.due))]
    }

    /// The schema of all features; letters have nothing to do with it.
    package static let migrator = Migrator(
        trailMigrations + jobMigrations + all(mail: Mail(folder: nil)).flatMap(\.migrations))
}
