import Foundation

/// The verbs that no race is run for, each with the reason.
let notRaced: [String: String] = {
    let reasons: [(String, [String])] = [
        (
            "the same steps in one transaction, for what was done elsewhere",
            [
                "bringInEvaluations", "bringInPlans", "bringInLooks", "bringInMeetings", "addPeople",
                "addPersonOnTheMachine",
            ]
        ),
        ("opens what it changes as recordJudgement does", ["confirmLastTime"]),
        ("opens what it changes as recordImpactCheck does", ["correctImpactCheck"]),
        ("opens what it changes as the steps beside it do", ["bringBackPlan", "resumePlan"]),
        (
            "opens what it changes as addPriority and addAction do",
            [
                "drawPriorities", "bringBack", "reviseAction", "addBlockage", "reviseBlockage", "clearBlockage",
                "reviseOutcome",
                "addCriterion", "reviseCriterion", "revisePriority", "movePriority",
            ]
        ),
        ("opens what it changes as moveMeeting's neighbours do", ["moveMeeting", "answerEntry"]),
        (
            "holds the calendar as markDay does",
            ["keepHalfTerms", "markOwnDay", "unmarkOwnDay", "moveHalfTerms", "unmarkDay", "startYear"]
        ),
        ("opens a person as invite does", ["letStay"]),
        ("makes rows of its own alone", ["keepUpload", "forgetUpload"]),
        (
            "one row or one person's own",
            [
                "chooseNotices", "renewFeed", "endFeed", "chooseEntries", "readFeed", "tryJobAgain", "signOut",
                "signOutEverywhere", "endSession", "endSessions", "resumeLetters", "markAsInvented",
            ]
        ),
        (
            "sign-in, whose promises have tests of their own",
            [
                "acceptInvitation", "foundTrust", "changePassword", "signIn", "signInOnDemo", "askForNewPassword",
            ]
        ),
        (
            "the catalogue and the register, compared with what is there in the same transaction",
            [
                "installProFormas", "publishProForma", "installCatalogue", "moveFromSchool", "succeedTrust",
            ]
        ),
    ]
    return Dictionary(uniqueKeysWithValues: reasons.flatMap { reason, verbs in verbs.map { ($0, reason) } })
}()

/// Every function of every `Actions` folder that opens a transaction which may write.
func writingVerbs() throws -> Set<String> {
    let sources = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Sources")
    var verbs: Set<String> = []
    for case let file as URL in FileManager.default.enumerator(at: sources, includingPropertiesForKeys: nil)! {
        guard file.pathExtension == "swift", file.deletingLastPathComponent().lastPathComponent == "Actions" else {
            continue
        }
        let text = try String(contentsOf: file, encoding: .utf8)
        // A declaration begins at the margin and goes on to the next line that does and is no closing bracket.
        for declaration in text.split(separator: /\n(?=[a-z@])/) where declaration.contains("database.write") {
            if let found = declaration.firstMatch(of: /^package func (\w+)/) { verbs.insert(String(found.1)) }
        }
    }
    return verbs
}
