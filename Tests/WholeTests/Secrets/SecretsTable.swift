/// Who may read what not everybody may read: the table of ARCHITECTURE.md, with names.
struct Secret: Sendable {
    /// Stands in this one thing and nowhere else; in small letters.
    let word: String
    let what: String
    let readers: Set<String>
    /// Sought only below this address; everywhere when empty.
    var below = ""
}

enum SecretsTable {
    static let everybody = wholeSchool.union(departments).union(["Helen Marsh"])

    private static let wholeTrust: Set = [
        "Priya Nair", "Daniel Whitcombe", "Ruth Adeyemi", "Lena Hart", "Margaret Lowe", "Sam Okafor",
    ]
    private static let wholeSchool = wholeTrust.union([
        "Aisha Karim", "James Oyelaran", "Kate Brennan", "David Unwin", "Gil Guest",
    ])
    private static let departments: Set = ["Amir Hussain", "Lucy Fenn"]
    private static let leaders: Set = ["James Oyelaran", "Kate Brennan"]
    /// In English.
    private static let schoolSide = leaders.union(["Amir Hussain"])
    private static let trustSide: Set = ["Aisha Karim", "Daniel Whitcombe", "Ruth Adeyemi"]
    private static let pair: Set = ["Kate Brennan", "Amir Hussain"]
    private static let english = wholeSchool.union(["Amir Hussain"])
    private static let mathematics = wholeSchool.union(["Lucy Fenn"])

    static let secrets = [
        Secret(word: "zqcategory", what: "why a school is in its category", readers: wholeSchool),
        Secret(word: "zqschoolside", what: "the school's judgement before the reveal", readers: leaders),
        Secret(word: "zqtrustside", what: "the trust's judgement before the reveal", readers: trustSide),
        Secret(word: "zqagreed", what: "what was agreed and opened again", readers: schoolSide.union(trustSide)),
        Secret(word: "zqdraft", what: "a draft", readers: schoolSide.union(trustSide)),
        Secret(word: "zqfinding", what: "what was found in English", readers: english),
        Secret(word: "zqnews", what: "good news of Mathematics", readers: mathematics),
        Secret(word: "zqevidence", what: "evidence of Mathematics", readers: mathematics),
        Secret(word: "zqlooked", what: "what is looked at in Mathematics", readers: mathematics),
        Secret(word: "zqredfinding", what: "what was found in the school's plan", readers: wholeSchool),
        Secret(word: "zqstopped", what: "why a check stopped something", readers: wholeSchool),
        Secret(
            word: "zqabove", what: "a priority of the trust, which visitors of a school do not read",
            readers: everybody.subtracting(["Gil Guest"])),
        Secret(word: "zqpairing", what: "why line meetings ended", readers: pair),
        Secret(word: "zqnotes", what: "notes of a line meeting", readers: pair),
        Secret(word: "zqpromise", what: "a promise of a line meeting", readers: pair),
    ]

    /// The level that was agreed and opened again; other pages show it as a word of the scale.
    static func level(below plan: String) -> Secret {
        Secret(word: "emerging", what: "a level that was opened again, in a plan", readers: [], below: plan)
    }
}
