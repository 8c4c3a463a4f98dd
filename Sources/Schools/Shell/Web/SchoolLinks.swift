import Foundation
import Kernel
import SchoolRules

/// The addresses of this feature, made in one place.
enum SchoolLinks {
    static let list = "/schools"
    static let past = "/schools?past=yes"
    static let newImport = "/administration/imports/new"
    static let imports = "/administration/imports"

    static func school(_ id: SchoolID) -> String { "/schools/\(id)" }
    static func departments(_ id: SchoolID) -> String { "/schools/\(id)/departments" }
    static func department(_ one: Department) -> String { departments(one.school) + "/\(one.id)" }
    static func category(_ id: SchoolID) -> String { "/schools/\(id)/category" }

    static func upload(_ id: ID<RegisterUpload>) -> String { "\(imports)/\(id)" }

    static func plan(_ id: ID<RegisterUpload>, trust: RegisterTrust) -> String {
        upload(id) + "?trust=" + (trust.uid ?? trust.name.inQuery)
    }

    static func moves(_ id: SchoolID) -> String { "/schools/\(id)/moves" }
    static func newMove(_ id: SchoolID) -> String { moves(id) + "/new" }
    static let trust = "/administration/trust"
    static let successor = "\(trust)/successor"

    static func successor(_ trust: RegisterTrust, after upload: ID<RegisterUpload>) -> String {
        "\(successor)?uid=\(trust.uid ?? "")&name=\(trust.name.inQuery)&upload=\(upload)"
    }

    /// The list, which says once what was brought in.
    static func list(after plan: ImportPlan) -> String {
        "\(list)?added=\(plan.added.count)&changed=\(plan.changed.count)&ended=\(plan.closed.count)"
    }
}

extension String {
    fileprivate var inQuery: String { addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? "" }
}
