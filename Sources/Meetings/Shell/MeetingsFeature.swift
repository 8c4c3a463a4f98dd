import Database
import Kernel
package import Site

/// Line meetings: pairs of posts, the agenda that composes itself, promises.
package let meetingsFeature = Feature(
    name: "Meetings", migrations: [Migration("0009-meetings", PackageResources._009_meetings_sql)], routes: { _ in })
