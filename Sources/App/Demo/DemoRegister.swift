import Foundation

/// The schools of the invented trust in the shape of the national register, so that the demo begins as a real trust
/// does: with an import. Numbers are outside those in use.
enum DemoRegister {
    static let trustUID = "99001"
    static let trustName = "Willowbrook Learning Trust"

    private static let headings = [
        "URN", "LA (code)", "LA (name)", "EstablishmentNumber", "EstablishmentName", "TypeOfEstablishment (code)",
        "TypeOfEstablishment (name)", "EstablishmentStatus (code)", "EstablishmentStatus (name)", "OpenDate",
        "CloseDate", "PhaseOfEducation (code)", "PhaseOfEducation (name)", "StatutoryLowAge", "StatutoryHighAge",
        "NurseryProvision (name)", "OfficialSixthForm (code)", "OfficialSixthForm (name)", "SchoolCapacity",
        "CensusDate", "NumberOfPupils", "TrustSchoolFlag (code)", "TrustSchoolFlag (name)", "Trusts (code)",
        "Trusts (name)", "Town",
    ]

    static func csv(_ schools: [DemoSchool], trust: (uid: String, name: String) = (trustUID, trustName)) -> String {
        let rows = schools.map { school in
            [
                school.urn, "855", "Leicestershire", school.number, school.name, school.type.code, school.type.name,
                "1", "Open", "01-09-2015", "", school.phase.code, school.phase.name, String(school.ages.lowerBound),
                String(school.ages.upperBound), school.hasNursery ? "Has Nursery Classes" : "No Nursery Classes",
                school.hasSixthForm ? "1" : "2",
                school.hasSixthForm ? "Has a sixth form" : "Does not have a sixth form",
                String(school.pupils / 10 * 11), "16-01-2025", String(school.pupils), "3",
                "Supported by a multi-academy trust", trust.uid, trust.name, school.town,
            ]
        }
        return ([headings] + rows).map { row in row.map { "\"\($0)\"" }.joined(separator: ",") }
            .joined(separator: "\r\n") + "\r\n"
    }
}
