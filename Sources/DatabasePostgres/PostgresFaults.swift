import Database

extension PostgresDatabase {
    package func integrityFaults() async throws -> [String] {
        let schema = place.schema
        return try await transact(.reading) { connection in
            let keys = try ForeignKey.all(in: schema, connection)
            return try brokenIndexes(in: schema, connection) + keys.flatMap { try $0.faults(connection) }
        }
    }
}

private func brokenIndexes(in schema: String, _ connection: PostgresConnection) throws -> [String] {
    var faults: [String] = []
    _ = try connection.run(
        """
        SELECT CAST(c.relname AS TEXT) FROM pg_catalog.pg_index AS i
        JOIN pg_catalog.pg_class AS c ON c.oid = i.indexrelid
        JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
        WHERE n.nspname = \(schema) AND NOT (i.indisvalid AND i.indisready) ORDER BY 1
        """
    ) { faults.append("The index \(try $0.text(0)) is not valid.") }
    return faults
}

private struct ForeignKey {
    let name: String
    /// Both as the server quotes them.
    let child: String
    let parent: String
    /// `child."column" = parent."column"` for each column, joined by AND.
    let match: String
    /// `child."column" IS NOT NULL` for each column, joined by AND.
    let isWhole: String
    let wasChecked: Bool

    static func all(in schema: String, _ connection: PostgresConnection) throws -> [ForeignKey] {
        var keys: [ForeignKey] = []
        _ = try connection.run(
            """
            SELECT CAST(k.conname AS TEXT), CAST(k.conrelid AS regclass)::text, CAST(k.confrelid AS regclass)::text,
                   string_agg(format('child.%I = parent.%I', a.attname, b.attname), ' AND ' ORDER BY p.place),
                   string_agg(format('child.%I IS NOT NULL', a.attname), ' AND ' ORDER BY p.place),
                   k.convalidated
            FROM pg_catalog.pg_constraint AS k
            JOIN pg_catalog.pg_namespace AS n ON n.oid = k.connamespace
            CROSS JOIN LATERAL unnest(k.conkey, k.confkey) WITH ORDINALITY AS p (child, parent, place)
            JOIN pg_catalog.pg_attribute AS a ON a.attrelid = k.conrelid AND a.attnum = p.child
            JOIN pg_catalog.pg_attribute AS b ON b.attrelid = k.confrelid AND b.attnum = p.parent
            WHERE n.nspname = \(schema) AND k.contype = 'f'
            GROUP BY k.oid, k.conname, k.conrelid, k.confrelid, k.convalidated ORDER BY k.conname
            """
        ) { row in
            keys.append(
                ForeignKey(
                    name: try row[0], child: try row[1], parent: try row[2], match: try row[3], isWhole: try row[4],
                    wasChecked: try row.integer(5) == 1))
        }
        return keys
    }

    func faults(_ connection: PostgresConnection) throws -> [String] {
        var orphans = 0
        // Names come from the server's own catalogue, quoted by it.
        let question = """
            SELECT COUNT(*) FROM ONLY \(child) AS child
            WHERE \(isWhole) AND NOT EXISTS (SELECT 1 FROM ONLY \(parent) AS parent WHERE \(match))
            """
        _ = try connection.run(SQL(unchecked: question)) { orphans = try $0[0] }
        var faults: [String] = []
        if !wasChecked { faults.append("The foreign key \(name) of \(child) was never checked.") }
        if orphans > 0 { faults.append("\(orphans) of \(child) point at a row of \(parent) that is not there.") }
        return faults
    }
}
