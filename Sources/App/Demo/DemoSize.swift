/// How much a demo holds; the others are those of the benchmarks.
package enum DemoSize: String, Sendable, CaseIterable {
    /// Willowbrook: eight schools, some thirty people, two years of history.
    case small
    /// One trust of 60 schools with 86,400 agreed judgements.
    case large
    /// The same with ten times the history.
    case national
    /// One trust of 80 schools whose plans and line meetings run: more than 20,000 looks wait, thousands were missed.
    case busy
}
