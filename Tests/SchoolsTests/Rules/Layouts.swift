/// The headings of the register's own layouts, in their order. The letters before each tell the layouts that have it.
enum Layout: String, CaseIterable {
    /// The full file until late 2024, with 140 columns.
    case full140 = "a"
    /// The full file since then: five columns went.
    case full135 = "b"
    /// The search export with 111 columns: names without codes, `Linked establishments` last.
    case search111 = "c"
    /// Academies and free schools: 34 columns, nothing about trusts.
    case academies34 = "d"
    /// State-funded schools: 33 columns, nothing about trusts.
    case stateFunded33 = "e"

    var headings: [String] {
        Layout.columns.split(separator: "\n").compactMap { line in
            let parts = line.split(separator: " ", maxSplits: 1)
            return parts[0].contains(rawValue) ? String(parts[1]) : nil
        }
    }

    private static let columns = """
        abcde URN
        abcde LA (code)
        abcde LA (name)
        abcde EstablishmentNumber
        abcde EstablishmentName
        ab TypeOfEstablishment (code)
        abcde TypeOfEstablishment (name)
        ab EstablishmentTypeGroup (code)
        abc EstablishmentTypeGroup (name)
        ab EstablishmentStatus (code)
        abcde EstablishmentStatus (name)
        ab ReasonEstablishmentOpened (code)
        abcde ReasonEstablishmentOpened (name)
        abcde OpenDate
        ab ReasonEstablishmentClosed (code)
        abc ReasonEstablishmentClosed (name)
        abc CloseDate
        ab PhaseOfEducation (code)
        abcde PhaseOfEducation (name)
        abcde StatutoryLowAge
        abcde StatutoryHighAge
        ab Boarders (code)
        abcde Boarders (name)
        abc NurseryProvision (name)
        ab OfficialSixthForm (code)
        abcde OfficialSixthForm (name)
        ab Gender (code)
        abcde Gender (name)
        ab ReligiousCharacter (code)
        abcde ReligiousCharacter (name)
        abc ReligiousEthos (name)
        ab Diocese (code)
        abc Diocese (name)
        ab AdmissionsPolicy (code)
        abcde AdmissionsPolicy (name)
        abc SchoolCapacity
        ab SpecialClasses (code)
        abc SpecialClasses (name)
        abc CensusDate
        abc NumberOfPupils
        abc NumberOfBoys
        abc NumberOfGirls
        abc PercentageFSM
        ab TrustSchoolFlag (code)
        abc TrustSchoolFlag (name)
        ab Trusts (code)
        abc Trusts (name)
        abc SchoolSponsorFlag (name)
        abc SchoolSponsors (name)
        abc FederationFlag (name)
        ab Federations (code)
        abc Federations (name)
        abcde UKPRN
        abc FEHEIdentifier
        abc FurtherEducationType (name)
        ac OfstedLastInsp
        a OfstedSpecialMeasures (code)
        a OfstedSpecialMeasures (name)
        abc LastChangedDate
        abcde Street
        abcde Locality
        abcde Address3
        abcde Town
        abcde County (name)
        abcde Postcode
        abcde SchoolWebsite
        abcde TelephoneNum
        d FaxNum
        abcde HeadTitle (name)
        abcde HeadFirstName
        abcde HeadLastName
        abcde HeadPreferredJobTitle
        abc BSOInspectorateName (name)
        abc InspectorateReport
        abc DateOfLastInspectionVisit
        abc NextInspectionVisit
        abc TeenMoth (name)
        abc TeenMothPlaces
        abc CCF (name)
        abc SENPRU (name)
        abc EBD (name)
        abc PlacesPRU
        abc FTProv (name)
        abc EdByOther (name)
        abc Section41Approved (name)
        abc SEN1 (name)
        abc SEN2 (name)
        abc SEN3 (name)
        abc SEN4 (name)
        abc SEN5 (name)
        abc SEN6 (name)
        abc SEN7 (name)
        abc SEN8 (name)
        abc SEN9 (name)
        abc SEN10 (name)
        abc SEN11 (name)
        abc SEN12 (name)
        abc SEN13 (name)
        abc TypeOfResourcedProvision (name)
        abc ResourcedProvisionOnRoll
        abc ResourcedProvisionCapacity
        abc SenUnitOnRoll
        abc SenUnitCapacity
        ab GOR (code)
        abcde GOR (name)
        ab DistrictAdministrative (code)
        abc DistrictAdministrative (name)
        ab AdministrativeWard (code)
        abc AdministrativeWard (name)
        abde ParliamentaryConstituency (code)
        abcde ParliamentaryConstituency (name)
        ab UrbanRural (code)
        abc UrbanRural (name)
        abc GSSLACode (name)
        abc Easting
        abc Northing
        abc MSOA (name)
        abc LSOA (name)
        abc InspectorateName (name)
        abc SENStat
        abc SENNoStat
        ab BoardingEstablishment (name)
        abc PropsName
        ab PreviousLA (code)
        ab PreviousLA (name)
        ab PreviousEstablishmentNumber
        ac OfstedRating (name)
        ac RSCRegion (name)
        abc Country (name)
        abc UPRN
        abc SiteName
        ab QABName (code)
        abc QABName (name)
        ab EstablishmentAccredited (code)
        abc EstablishmentAccredited (name)
        abc QABReport
        abc CHNumber
        abc MSOA (code)
        abc LSOA (code)
        abc FSM
        ab AccreditationExpiryDate
        c Linked establishments
        """
}
