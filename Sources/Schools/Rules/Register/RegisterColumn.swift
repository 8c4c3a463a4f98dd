/// The columns that Termwise reads, each by the name that the register gives it.
enum RegisterColumn: String, CaseIterable {
    case urn = "URN"
    case authorityCode = "LA (code)"
    case authority = "LA (name)"
    case establishmentNumber = "EstablishmentNumber"
    case name = "EstablishmentName"
    case typeCode = "TypeOfEstablishment (code)"
    case type = "TypeOfEstablishment (name)"
    case statusCode = "EstablishmentStatus (code)"
    case status = "EstablishmentStatus (name)"
    case opened = "OpenDate"
    case closes = "CloseDate"
    case phaseCode = "PhaseOfEducation (code)"
    case phase = "PhaseOfEducation (name)"
    case lowAge = "StatutoryLowAge"
    case highAge = "StatutoryHighAge"
    case nursery = "NurseryProvision (name)"
    case sixthFormCode = "OfficialSixthForm (code)"
    case sixthForm = "OfficialSixthForm (name)"
    case capacity = "SchoolCapacity"
    case pupilsCounted = "CensusDate"
    case pupils = "NumberOfPupils"
    case trustFlagCode = "TrustSchoolFlag (code)"
    case trustFlag = "TrustSchoolFlag (name)"
    case trustUID = "Trusts (code)"
    case trust = "Trusts (name)"
    case ukprn = "UKPRN"
    case changed = "LastChangedDate"
    case town = "Town"
    case linked = "Linked establishments"
    // The files of groups and of their links
    case groupUID = "Group UID"
    case group = "Group Name"
    case groupTypeCode = "Group Type (code)"
    case groupType = "Group Type"
    case groupClosed = "Closed Date"
    case groupStatus = "Group Status"
    case groupJoined = "Joined date"
    // The file of links between establishments
    case linkURN = "LinkURN"
    case linkName = "LinkName"
    case linkType = "LinkType"
    case linkDay = "LinkEstablishedDate"

    /// Other names under which the same columns are published: in the links of academies, and in the school list that
    /// the Department for Education's own services ship.
    static let otherNames: [String: RegisterColumn] = [
        "linked uid": .groupUID, "laid": .authorityCode, "laname": .authority,
        "typeofestablishmentid": .typeCode, "typeofestablishmentname": .type,
        "establishmentstatusid": .statusCode, "establishmentstatusname": .status,
        "phaseofeducationid": .phaseCode, "phaseofeducationname": .phase,
        "agerangelow": .lowAge, "agerangehigh": .highAge, "nurseryprovisionname": .nursery,
        "officialsixthformid": .sixthFormCode, "officialsixthformname": .sixthForm,
        "totalcapacity": .capacity, "totalpupils": .pupils,
        "trustschoolflagid": .trustFlagCode, "trustschoolflagname": .trustFlag,
        "trustid": .trustUID, "trustname": .trust,
    ]
}
