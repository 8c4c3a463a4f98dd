import PlanRules

/// A plan of the invented trust as its people would have typed it. People are named by `DemoPerson.name`; their posts at
/// the plan's place become its owners.
struct DemoPlan: Sendable {
    /// What has become of it by today.
    enum Course: Sendable {
        case draft, submitted, live, archived
    }

    struct Outcome: Sendable {
        let horizon: Horizon
        let words: String
        let criteria: [String]
    }

    struct Check: Sendable {
        let looked: String
        let how: String
        let by: String
        let rhythm: CheckRhythm
    }

    struct Action: Sendable {
        let what: String
        let aspects: String
        let seen: String
        let how: String
        var support = ""
        let owner: String
        var supporter: String?
        var halfDays = 0
        var pounds = 0
        let check: Check
    }

    struct Priority: Sendable {
        let title: String
        let why: String
        var stops = ""
        /// The title of the priority above that it answers, in a plan that stands before this one in the list.
        var answers: String?
        let outcomes: [Outcome]
        let actions: [Action]
    }

    let school: Int
    var department: String?
    let kind: PlanKind
    let title: String
    let course: Course
    let writer: String
    let approver: String
    /// The tool whose weakest agreed statements its priorities are drawn from.
    let tool: String
    /// How its looks turn out: the share of green ones, and how many of the last were not done.
    let green: Double
    var missed = 0
    let priorities: [Priority]
    var blockages: [(words: String, remover: String)] = []
}
