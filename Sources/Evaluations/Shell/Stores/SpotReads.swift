import Database
package import Kernel

extension Reading {
    /// Open schools with their departments, as far as they may be seen, schools by name and departments below them.
    package func spots(_ visible: Visible) throws -> [OpeningChoices.Spot] {
        try rows(
            """
            SELECT s.id, NULL, s.name, '' AS department FROM school s
            WHERE s.left_on IS NULL AND s.status <> 'closed' AND \(visible.part(of: "s.id", department: "''"))
            UNION ALL
            SELECT s.id, d.id, s.name, d.name FROM department d JOIN school s ON s.id = d.school_id
            WHERE s.left_on IS NULL AND s.status <> 'closed' AND d.closed_on IS NULL
              AND \(visible.part(of: "s.id", department: "d.id"))
            ORDER BY 3, 4
            """
        ) { row in
            let department = try row.text(3)
            let school = try row.text(2)
            return OpeningChoices.Spot(
                place: try Place.read(row, school: 0, department: 1),
                name: department.isEmpty ? school : "\(school): \(department)")
        }
    }
}
