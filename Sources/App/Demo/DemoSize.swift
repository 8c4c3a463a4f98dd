/// How much a demo holds; the larger two are those of the benchmarks.
package enum DemoSize: String, Sendable, CaseIterable {
    /// Willowbrook: eight schools, some thirty people, two years of history.
    case small
    /// One trust of 60 schools with 86,400 agreed judgements.
    case large
    /// The same with ten times the history.
    case national
}
