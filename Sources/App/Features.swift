package import Database
import Evaluations
package import Jobs
import Kernel
import Meetings
package import Notices
import People
import Plans
package import Schools
package import Site
import Tools
import Trail

/// Every feature, in the order in which their schemas build on each other.
package enum Features {
    /// - Parameter site: what links in letters begin with; those that no request asked for have nothing else to go by.
    package static func all(mail: Mail, site: @escaping FindSite = { _ in nil }) -> [Feature] {
        let collected = [
            formsFeature, schoolsFeature(ofSchools),
            calendarFeature(.all(checksFollowTheCalendar, meetingsFollowTheCalendar)),
            peopleFeature(mail: mail), toolsFeature, evaluationsFeature(beside: plansBesideEvaluations), plansFeature,
            meetingsFeature,
        ]
        return collected + [
            noticesFeature(
                mail: mail, due: collected.map(\.due), over: collected.map(\.over), site: site)
        ]
    }

    /// What falls due at a school, and ends, moves or comes back with it.
    package static let ofSchools = SchoolFollower.all(
        postsFollowTheirSchool, plansFollowTheirSchool, meetingsFollowTheirSchool, evaluationsFollowTheirSchool)

    /// What is true of a trust's rows at any time, whatever people do at the same moment.
    package static let invariants = all(mail: Mail(folder: nil)).flatMap(\.invariants)

    /// The schema of all features; letters have nothing to do with it.
    package static let migrator = Migrator(
        trailMigrations + jobMigrations + all(mail: Mail(folder: nil)).flatMap(\.migrations))
}
