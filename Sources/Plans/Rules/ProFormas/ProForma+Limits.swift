package import Kernel

extension ProForma {
    package func allows(priorities count: Int) -> Bool { count <= maxPriorities }

    package func allows(actions count: Int) -> Bool { maxActions.map { count <= $0 } ?? true }

    /// `This plan holds three priorities at most. Which of the others can wait?`
    package var prioritiesSentence: String {
        maxPriorities == 1
            ? "This plan holds one priority. Could the others wait, or have a plan of their own?"
            : "This plan holds \(inWords(maxPriorities)) priorities at most. Which of the others can wait?"
    }

    /// Nil when actions are not limited.
    package var actionsSentence: String? {
        maxActions.map { most in
            most == 1
                ? "This plan holds one action. Could another wait until it is done?"
                : "This plan holds \(inWords(most)) actions at most. Which of them would be missed least?"
        }
    }

    /// Nil when the plan itself says how long it runs.
    package var weeksSentence: String? {
        weeks.map { "This plan runs for \($0 == 1 ? "one school week" : "\(inWords($0)) school weeks")." }
    }

    /// - Throws: `Refusal.conflict` when a plan of `count` priorities would hold more than it may.
    package func checkRoom(priorities count: Int) throws {
        if !allows(priorities: count) { throw Refusal.conflict(prioritiesSentence) }
    }

    /// - Parameter count: in the whole plan.
    /// - Throws: `Refusal.conflict` when a plan of `count` actions would hold more than it may.
    package func checkRoom(actions count: Int) throws {
        if !allows(actions: count), let sentence = actionsSentence { throw Refusal.conflict(sentence) }
    }

    /// A sentence for each required field of `fields` that holds nothing.
    /// - Parameter isEmpty: whether nothing was typed there.
    package func missing(_ fields: [ProFormaField], isEmpty: (ProFormaField) -> Bool) -> FieldErrors {
        FieldErrors(
            fields.filter { field($0).need == .required && isEmpty($0) }.map {
                ($0.rawValue, "“\(field($0).label)” is empty, and this kind of plan needs it.")
            })
    }
}

/// Up to ten as a word, beyond in digits.
func inWords(_ number: Int) -> String {
    let words = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]
    return words.indices.contains(number) ? words[number] : String(number)
}
