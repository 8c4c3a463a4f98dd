/// Where evidence for a statement usually comes from: something that schools already do.
package struct EvidenceSource: Hashable, Sendable {
    package let kind: EvidenceKind
    /// The activity, and what to look for in it.
    package let from: String
}

package enum EvidenceKind: String, Sendable, Hashable, CaseIterable {
    case lessonVisit = "lesson-visit"
    case bookLook = "book-look"
    case studentVoice = "student-voice"
    case staffVoice = "staff-voice"
    case parentVoice = "parent-voice"
    case data
    case planningDocument = "planning-document"
    case improvementPlan = "improvement-plan"
    case meeting, policy

    package var name: String {
        switch self {
        case .lessonVisit: "Lesson visit"
        case .bookLook: "Book look"
        case .studentVoice: "Student voice"
        case .staffVoice: "Staff voice"
        case .parentVoice: "Parent voice"
        case .data: "Data"
        case .planningDocument: "Planning document"
        case .improvementPlan: "Improvement plan"
        case .meeting: "Meeting"
        case .policy: "Policy"
        }
    }
}
