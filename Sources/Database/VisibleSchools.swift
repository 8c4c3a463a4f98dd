package import Kernel

/// What a person may see, as a condition inside the query. Table `post` belongs to People; its five columns named
/// here are the contract between that feature and everybody's lists.
extension Visible {
    /// Whether the school in `column` may be seen at all: a post at the school, or in one of its departments.
    package func school(_ column: SQL) -> SQL {
        if wholeTrust { return "1 = 1" }
        return """
            \(column) IN (SELECT school_id FROM post
                          WHERE person_id = \(person) AND starts_on <= \(day) AND ends_on >= \(day))
            """
    }

    /// Whether what belongs to `school`, and to `department` when that is not null, may be seen: a post at the school
    /// reaches everything of it; a post in a department reaches that department alone.
    package func part(of school: SQL, department: SQL) -> SQL {
        if wholeTrust { return "1 = 1" }
        return """
            EXISTS (SELECT 1 FROM post WHERE post.person_id = \(person)
                      AND post.starts_on <= \(day) AND post.ends_on >= \(day) AND post.school_id = \(school)
                      AND (post.department_id IS NULL OR post.department_id = \(department)))
            """
    }
}
