package import Schools

/// Evaluations stay where they were made. With the posts at a school nobody is asked to judge there any more.
package let evaluationsFollowTheirSchool = SchoolFollower(
    open: { school, tx in [OpenAtSchool(try tx.openEvaluations(at: school), "open evaluation")].compactMap(\.self) })
