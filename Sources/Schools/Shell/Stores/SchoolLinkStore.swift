package import Database
package import Kernel
package import SchoolRules

extension Reading {
    package func successorLinks() throws -> [SuccessorLink] {
        try rows(
            """
            SELECT predecessor_urn, successor_urn, predecessor_name, successor_name, established_on
            FROM school_link ORDER BY successor_urn, predecessor_urn
            """
        ) { row in
            SuccessorLink(
                predecessor: try row[0], successor: try row[1], predecessorName: try row[2],
                successorName: try row[3], established: try row[4])
        }
    }

    /// The schools of the trust whose history goes on in this one, near and far: their past is its past. Itself is not
    /// among them, even when links go round.
    package func predecessors(of id: SchoolID) throws -> [School] {
        try rows(
            """
            WITH RECURSIVE line (urn) AS (
                SELECT urn FROM school WHERE id = \(id)
                UNION
                SELECT l.predecessor_urn FROM school_link l JOIN line ON l.successor_urn = line.urn
            )
            SELECT \(schoolColumns) FROM school s JOIN line ON line.urn = s.urn WHERE s.id <> \(id) ORDER BY s.urn
            """, School.read)
    }
}

extension Transaction {
    package func save(_ link: SuccessorLink) throws {
        try run(
            """
            INSERT INTO school_link (predecessor_urn, successor_urn, predecessor_name, successor_name, established_on)
            VALUES (\(link.predecessor), \(link.successor), \(link.predecessorName), \(link.successorName),
                \(link.established))
            ON CONFLICT (predecessor_urn, successor_urn) DO UPDATE SET predecessor_name = excluded.predecessor_name,
                successor_name = excluded.successor_name, established_on = excluded.established_on
            """)
    }
}
