/// A browser in which somebody came in. Guessing at their account elsewhere does not make them wait in it.
package enum KnownBrowser {
    /// Longer than a summer holiday.
    package static let seconds = 120 * 24 * 60 * 60
}
