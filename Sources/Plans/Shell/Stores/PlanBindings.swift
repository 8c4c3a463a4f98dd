import Database
import Kernel
import PlanRules

extension PlanKind: Bindable, Readable {}
extension PlanState: Bindable, Readable {}
extension PlanStep: Bindable, Readable {}
extension Horizon: Bindable, Readable {}
extension CriterionStatus: Bindable, Readable {}

extension Place {
    /// From a column with a school and one with a department; both null for the whole trust.
    static func ofPlan(_ row: borrowing Row, _ column: Int) throws -> Place {
        let school: SchoolID? = try row[column]
        let department: DepartmentID? = try row[column + 1]
        guard let school else { return .trust }
        return department.map { .department($0, of: school) } ?? .school(school)
    }
}

extension Ending {
    /// From a column with a day, null while nothing ended, and one with a reason.
    static func read(_ row: borrowing Row, _ column: Int) throws -> Ending? {
        let day: Day? = try row[column]
        return try day.map { Ending(day: $0, reason: try row[column + 1]) }
    }
}
