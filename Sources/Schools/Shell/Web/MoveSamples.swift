import Kernel
import Markup
import SchoolRules
import Site

private func sampleID<Subject>(_ number: UInt8) -> ID<Subject> {
    ID(bytes: Array(repeating: 0, count: 15) + [number])
}

private func school(_ number: UInt8, _ name: String, left: Day? = nil) -> School {
    School(
        id: sampleID(number), version: 1, facts: SchoolFacts(urn: "9900\(10 + number)", name: name), joined: nil,
        left: left)
}

private let ended = school(1, "Ash Lane Infant School", left: Day(number: 20_778))
private let next = school(2, "Ash Lane Primary School")
private let things = [
    MovableThing(.post, sampleID(3) as ID<School>, "Rosa Fernandez, Headteacher"),
    MovableThing(.post, sampleID(4) as ID<School>, "<b>Amir</b> & Ayla Hussain, Middle leader, English"),
    MovableThing(.plan, sampleID(5) as ID<School>, "Reading in every lesson (live)"),
    MovableThing(.pairing, sampleID(6) as ID<School>, "Rosa Fernandez and Amir Hussain"),
]

private func movePage(_ school: School, _ things: [MovableThing], _ errors: FieldErrors = FieldErrors()) -> HTML {
    var seen = SchoolToMove(school: school, things: things, targets: [next], successor: next.id)
    if things.isEmpty {
        let words = "To Ash Lane Primary School: Rosa Fernandez, Headteacher; <b>Reading</b> in every lesson (live)"
        seen.moved = [SchoolMoved(day: Day(number: 20_790), who: "Sam Okafor", words: words)]
    }
    return MovePage(seen: seen, token: "sample", errors: errors).page.body
}

let movingSamples: [Sample] = [
    Sample("Schools", "Move what is open") { movePage(ended, things) },
    Sample("Schools", "Move refused") {
        movePage(ended, things, FieldErrors([("school", "Choose the school where it goes on.")]))
    },
    Sample("Schools", "Nothing to move") { movePage(ended, []) },
    Sample("Schools", "Another trust") {
        let trust = Trust(version: 1, uid: "99001", name: "Sample & Trust", registerName: nil)
        return SuccessorPage(
            trust: trust, token: "sample", upload: "", typed: SuccessorInput(name: "<b>Heron</b>", uid: "x"),
            errors: FieldErrors([("uid", "Give the trust's number (UID), as the register has it.")])
        ).page.body
    },
]
