import Database
import Kernel
import TestKit
import Testing

@Suite struct BindingContract {
    @Test(arguments: Engine.available)
    func wholeNumbersComeBackAsTheyWere(_ engine: Engine) async throws {
        let numbers = [Int.max, 0, -1, 1, 2_147_483_648, -9]
        try await Shelf.with(engine) { database in
            let back = try await database.write { tx in
                try numbers.map { number in
                    try tx.rows("SELECT \(number), \(number) + \(0)") { [try $0[0], try $0[1]] as [Int] }
                }
            }
            #expect(back == numbers.map { [[$0, $0]] })
        }
    }

    @Test(arguments: Engine.available)
    func fractionsComeBackToTheLastBit(_ engine: Engine) async throws {
        let numbers = [0.1, 1.0 / 3, -2.5, 1e300, .leastNonzeroMagnitude, .greatestFiniteMagnitude, 0, 4]
        try await Shelf.with(engine) { database in
            let back = try await database.write { tx in
                try numbers.enumerated().map { index, number in
                    try tx.run(
                        """
                        INSERT INTO book (id, shelf_id, title, weight)
                        VALUES (\("\(index)"), \("a"), \("t"), \(number))
                        """)
                    return try tx.first("SELECT weight FROM book WHERE id = \("\(index)")") { try $0[0] as Double }
                }
            }
            #expect(back == numbers)
        }
    }

    @Test(arguments: Engine.available)
    func whatIsNotANumberIsRefused(_ engine: Engine) async throws {
        try await Shelf.with(engine) { database in
            for number in [Double.nan, .infinity, -.infinity] {
                let kind = await Kind.thrown { try await database.write { try $0.run("SELECT \(number)") } }
                #expect(kind == .check)
            }
        }
    }

    static let hostile = [
        "", " \t\r\n ", "'; DROP TABLE book; --", "\"a\" 'b' `c` $1 ?1 :x @y %s \\ \\n \\0", "O’Brien & <b>",
        "👩‍👩‍👧‍👦🏴󠁧󠁢󠁷󠁬󠁳󠁿", "שלום \u{202e}abc\u{202c}", "e\u{301} é", "\u{1}\u{7f}\u{fffe}\u{10ffff}",
        String(repeating: "ß", count: 500_000),
    ]

    @Test(arguments: Engine.available)
    func hostileTextIsKeptByteForByte(_ engine: Engine) async throws {
        try await Shelf.with(engine) { database in
            for text in Self.hostile {
                let back = try await database.write { tx in
                    try tx.run("DELETE FROM book")
                    try tx.add("x")
                    try tx.run("UPDATE book SET note = \(text)")
                    return try tx.rows("SELECT note, id FROM book WHERE note = \(text)") { try $0[0] as String }
                }
                #expect(back.map { Array($0.utf8) } == [Array(text.utf8)])
            }
        }
    }

    @Test(arguments: Engine.available)
    func theCharacterNULIsRefusedAndNothingIsCut(_ engine: Engine) async throws {
        try await Shelf.with(engine) { database in
            let kind = await Kind.thrown { try await database.write { try $0.add("a\0b") } }
            #expect(kind == .check)
            let books = try await database.read { try $0.books() }
            #expect(books.isEmpty)
        }
    }

    @Test(arguments: Engine.available)
    func nothingIsNothingWhateverItWouldHaveBeen(_ engine: Engine) async throws {
        try await Shelf.with(engine) { database in
            let row = try await database.read { tx in
                try tx.first(
                    """
                    SELECT \(nil as Int?), \(nil as Double?), \(nil as String?), \(nil as Day?),
                           COALESCE(\(nil as Int?), 5) + 1, COALESCE(\(nil as String?), 'x')
                    """
                ) { row in
                    let nothing = (try row[0] as Int?, try row[1] as Double?, try row[2] as String?, try row[3] as Day?)
                    #expect(nothing == (nil, nil, nil, nil))
                    return (try row[4] as Int, try row[5] as String)
                }
            }
            #expect(try #require(row) == (6, "x"))
        }
    }

    @Test(arguments: Engine.available)
    func oneSentenceTakesNothingAndSomethingInTurn(_ engine: Engine) async throws {
        try await Shelf.with(engine) { database in
            try await database.write { tx in
                try tx.add("x", pages: 7)
                try tx.add("y")
            }
            for wanted in [nil, 7, nil, 8] as [Int?] {
                let found = try await database.read { tx in
                    try tx.rows("SELECT id FROM book WHERE \(wanted) IS NULL OR pages = \(wanted) ORDER BY id") {
                        try $0[0] as String
                    }
                }
                #expect(found == (wanted == nil ? ["x", "y"] : wanted == 7 ? ["x"] : []))
            }
        }
    }

    @Test(arguments: Engine.available)
    func wordsOfTheKernelComeBackAsTheyWere(_ engine: Engine) async throws {
        let world = World.test
        let day = try #require(Day("2024-02-29"))
        try await Shelf.with(engine, world: world) { database in
            let (id, moment) = try await database.write { tx in (tx.newID() as PersonID, tx.moment) }
            let back = try await database.read { tx in
                try tx.first("SELECT \(id), \(day), \(moment), \(Role.allCases[0])") { row in
                    (try row[0] as PersonID, try row[1] as Day, try row[2] as Instant, try row[3] as Role)
                }
            }
            #expect(try #require(back) == (id, day, moment, Role.allCases[0]))
        }
    }

    @Test(arguments: Engine.available)
    func aColumnThatHoldsSomethingElseIsNotGuessed(_ engine: Engine) async throws {
        let mistakes: [@Sendable (borrowing Row) throws -> Void] = [
            { _ = try $0[0] as Int }, { _ = try $0[1] as String }, { _ = try $0[2] as Int },
            { _ = try $0[3] as String }, { _ = try $0[3] as Int }, { _ = try $0[0] as Double },
            { _ = try $0[0] as Day }, { _ = try $0[0] as PersonID }, { _ = try $0[0] as Role },
        ]
        try await Shelf.with(engine) { database in
            for mistake in mistakes {
                let kind = await Kind.thrown {
                    try await database.read { tx in
                        try tx.each("SELECT \("words"), \(3), \(1.5), \(nil as String?)", mistake)
                    }
                }
                #expect(kind == .unreadable)
            }
        }
    }
}
