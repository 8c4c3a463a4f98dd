/// A tool for measuring with: as many statements as one likes, in sentences of the usual length that teach nobody
/// anything. Written as the catalogue's files are, and installed as they are.
struct InventedTool {
    let area: String

    static let all = [
        "Attendance", "Behaviour and attitudes", "Curriculum", "Early years", "Governance", "Inclusion", "Leadership",
        "Personal development", "Reading", "Safeguarding", "Teaching", "Workforce",
    ].map(InventedTool.init)

    var key: String { "measured-" + area.lowercased().replacing(" ", with: "-") }

    private static let aspects = [
        "Purpose", "Shared understanding", "Planning", "Practice", "Consistency", "Checking", "Use of time",
        "Leading", "Learning from others", "Resources", "Voice", "Effect",
    ]
    private static let who = [
        "Leaders", "Teachers in every phase", "Support staff", "Pupils", "Governors", "New members of staff",
        "Subject leaders", "Families", "Tutors", "The trust's advisers",
    ]
    private static let does = [
        "describe in the same words what is done here and why",
        "can show on an ordinary day how this works in practice",
        "look every half term at whether this still holds",
        "have the time and the materials that this needs",
        "change what they do when the evidence says that it does not work",
        "know who is left out and what is being done about it",
        "see the same picture in every year group",
    ]

    /// - Parameter statements: how many are judged; ten to an aspect.
    func yaml(statements: Int) -> String {
        let aspects = stride(from: 0, to: statements, by: 10).map { first in
            aspect(first / 10, statements: first..<min(first + 10, statements))
        }
        return head + aspects.joined()
    }

    private var head: String {
        """
        tool: \(key)
        version: 2026-1
        name: "\(area), measured"
        area: "\(area)"
        purpose: "Invented to measure with: statements of the usual length, and nothing to learn from."
        judged-for: [school]
        licence: MIT
        scale:
          - {level: not-yet, name: "Not yet", means: "The statement does not describe the school."}
          - {level: emerging, name: "Emerging", means: "True in some places, or lately begun."}
          - {level: secure, name: "Secure", means: "True as a matter of course."}
          - {level: exemplary, name: "Exemplary", means: "Secure, and others come to learn from it."}
        aspects:

        """
    }

    private func aspect(_ index: Int, statements: Range<Int>) -> String {
        let name = Self.aspects[index % Self.aspects.count]
        let lap = index / Self.aspects.count
        let head = """
              - aspect: a\(index + 1)
                name: "\(name)\(lap == 0 ? "" : " \(lap + 1)")"
                question: "\(name) in \(area.lowercased()): does it hold on an ordinary day?"
                statements:

            """
        return head + statements.map { statement($0, in: name) }.joined()
    }

    private func statement(_ number: Int, in aspect: String) -> String {
        let who = Self.who[number % Self.who.count]
        let does = Self.does[number % Self.does.count]
        return """
                  - statement: s\(number + 1)
                    text: "\(aspect): \(who.prefix(1).lowercased() + who.dropFirst()) \(does), in \(area.lowercased()) as in the rest."
                    guidance: "Ask two people separately, then look. What matters is what happens when nobody visits."
                    looks-like: ["It is seen in most places visited.", "People give an example from this month."]
                    evidence: [{kind: lesson-visit, from: "Short visits across the year groups."}]

            """
    }
}
