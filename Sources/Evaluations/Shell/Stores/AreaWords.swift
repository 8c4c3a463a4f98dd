import Database

/// The areas that the installed tools judge, with the words of their levels.
package struct AreaWords: Hashable, Sendable {
    /// Area, number of levels, words from the lowest level up.
    private var scales: [String: [Int: [String]]] = [:]

    package init() {}

    package var areas: [String] { scales.keys.sorted() }

    /// - Returns: the words of a scale of `count` levels in this area; numbers alone when no tool has such a scale.
    package func levels(_ count: Int, in area: String) -> [String] {
        scales[area]?[count] ?? Array(repeating: "", count: count)
    }

    package mutating func add(_ word: String, to area: String, of count: Int) {
        scales[area, default: [:]][count, default: []].append(word)
    }

    /// The area with this slug, if there is one.
    package func area(slug: String) -> String? { areas.first { areaSlug($0) == slug } }
}

/// An area's name as its address has it: `Behaviour and attitudes` is `behaviour-and-attitudes`.
package func areaSlug(_ area: String) -> String {
    let plain = area.lowercased().unicodeScalars.map { scalar in
        scalar.isASCII && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil)
            ? Character(scalar) : "-"
    }
    let words = String(plain).split(separator: "-")
    return words.isEmpty ? "area" : words.joined(separator: "-")
}

extension Reading {
    /// Where tools of one area have scales of the same length, the newest tool's words stand for all of them.
    func areaWords() throws -> AreaWords {
        var words = AreaWords()
        try each(
            """
            SELECT v.area, v.level_count, l.name
            FROM (SELECT id, area, level_count,
                         ROW_NUMBER() OVER (PARTITION BY area, level_count ORDER BY published_at DESC, id) AS place
                  FROM tool_version) v
            JOIN tool_level l ON l.version_id = v.id
            WHERE v.place = 1
            ORDER BY v.area, v.level_count, l.number
            """
        ) { row in
            words.add(try row[2], to: try row[0], of: try row[1])
        }
        return words
    }
}
