import Kernel
import Markup
import SchoolRules
import Site

/// Two files of an invented trust, a year apart, read as any file is.
private let lastYear = """
    URN,EstablishmentName,LA (name),PhaseOfEducation (name),NumberOfPupils,EstablishmentStatus (name),Group UID,\
    Group Name,Group Type
    990001,Ash Lane Primary School,Leicestershire,Primary,400,Open,99001,SAMPLE TRUST,Multi-academy trust
    990002,Birch School,Leicestershire,Secondary,900,Open,99001,SAMPLE TRUST,Multi-academy trust

    """

private let thisYear = """
    URN,EstablishmentName,LA (name),PhaseOfEducation (name),NumberOfPupils,EstablishmentStatus (name),Group UID,\
    Group Name,Group Type
    990001,Ash Lane Academy,Leicestershire,Primary,412,Open,99001,SAMPLE TRUST,Multi-academy trust
    990002,Birch School,Leicestershire,Secondary,,Closed,99001,SAMPLE TRUST,Multi-academy trust
    990003,"Cedar, Elm and Fir School",Leicestershire,Secondary,1204,Open,99001,SAMPLE TRUST,Multi-academy trust
    990004,Dogwood School,Leicestershire,Primary,96,Open,99001,SAMPLE TRUST,Multi-academy trust,one,more
    99,Elder School,Leicestershire,Primary,96,Open,99001,SAMPLE TRUST,Multi-academy trust

    """

private let sampleDay = Day(number: 20_778)

private let upload = RegisterUpload(
    id: ID(bytes: Array(repeating: 0, count: 16)), uploadedAt: Instant(milliseconds: 0),
    files: RegisterFiles(schools: RegisterPath("", named: "edubasealldata20261120.csv")))

private func plan(_ text: String, over existing: [School]) throws -> ImportPlan {
    let pieces = FilePieces { body in try body(Array(text.utf8)) }
    let trust = try TrustDirectory(pieces, groups: GroupsBook(on: sampleDay)).choose("99001", known: nil)
    let reading = try RegisterReading(pieces, for: trust, groups: GroupsBook(on: sampleDay), existing: existing)
    return ImportPlan(reading, existing: existing, links: [], today: sampleDay)
}

private func planPage(_ text: String, isStale: Bool = false) throws -> HTML {
    let before = try plan(lastYear, over: []).added.enumerated().map { index, one in
        School(
            id: ID(bytes: Array(repeating: UInt8(index), count: 16)), version: 1, facts: one.facts, joined: nil,
            left: nil)
    }
    let plan = try plan(text, over: before)
    return ImportPlanPage(upload: upload, plan: plan, fingerprint: "0", token: "sample", isStale: isStale).page.body
}

let importSamples: [Sample] = [
    Sample("Import", "Choose a file") { ImportFilePage(token: "sample").page.body },
    Sample("Import", "A file refused") {
        let errors = FieldErrors([("file", "This is a zip archive or a workbook. Unpack it, or save the sheet as CSV.")]
        )
        return ImportFilePage(token: "sample", errors: errors).page.body
    },
    Sample("Import", "Choose among many trusts") {
        let trusts = (1...90).map { RegisterTrust(uid: String(99_000 + $0), name: "SAMPLE TRUST \($0)", schools: $0) }
        return ChooseTrustPage(upload: upload, trusts: trusts, own: nil, find: "7").page.body
    },
    Sample("Import", "What would change") { (try? planPage(thisYear)) ?? .nothing },
    Sample("Import", "Nothing would change") { (try? planPage(lastYear)) ?? .nothing },
]
