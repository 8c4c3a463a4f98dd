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

    /// - Parameters:
    ///   - picked: how many priorities would be made at once.
    ///   - held: how many the plan has.
    /// - Throws: `Refusal.conflict` when they are more than it may hold.
    package func checkRoom(picked: Int, besides held: Int) throws {
        if allows(priorities: held + picked) { return }
        let most = maxPriorities == 1 ? "one priority" : "\(inWords(maxPriorities)) priorities at most"
        let has = held == 0 ? "" : " and has \(inWords(held)) already"
        let waits = picked == 1 ? "Which of them can wait?" : "Which of these \(inWords(picked)) can wait?"
        throw Refusal.conflict("This plan holds \(most)\(has). \(waits)")
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
                ($0.rawValue, "Fill in “\(field($0).label)”.")
            })
    }
}

/// Up to ten as a word, beyond in digits.
func inWords(_ number: Int) -> String {
    let words = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]
    return words.indices.contains(number) ? words[number] : String(number)
}
