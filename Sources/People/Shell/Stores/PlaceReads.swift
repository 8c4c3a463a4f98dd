import Database
import Kernel
import PeopleRules
import SchoolRules
import Schools

extension Reading {
    /// - Returns: nil when there is no such place, or the department is another school's.
    func postPlace(_ place: Place) throws -> PostPlace? {
        switch place {
        case .trust: return .trust
        case .school(let id): return try school(id).map { .school($0) }
        case .department(let id, let schoolID):
            guard let department = try department(id), department.school == schoolID, let school = try school(schoolID)
            else { return nil }
            return .department(department, of: school)
        }
    }
}
