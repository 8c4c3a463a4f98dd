import Database
import Kernel
import Testing

@Suite struct SQLTests {
    @Test func valuesBecomeNumberedPlaces() {
        let sql: SQL = "SELECT * FROM t WHERE a = \(1) AND b = \("x") AND c = \(2.5) AND d = \(nil as Int?)"
        #expect(sql.text(numberedWith: "$") == "SELECT * FROM t WHERE a = $1 AND b = $2 AND c = $3 AND d = $4")
        #expect(sql.text(numberedWith: "?") == "SELECT * FROM t WHERE a = ?1 AND b = ?2 AND c = ?3 AND d = ?4")
        #expect(sql.bindings == [.integer(1), .text("x"), .real(2.5), .null(.integer)])
    }

    @Test func aSplicedSentenceIsNumberedAnew() {
        let inner: SQL = "b = \("x") OR c = \("y")"
        let sql: SQL = "SELECT 1 WHERE a = \(1) AND (\(inner)) AND d = \(2)"
        #expect(sql.text(numberedWith: "$") == "SELECT 1 WHERE a = $1 AND (b = $2 OR c = $3) AND d = $4")
        #expect(sql.bindings == [.integer(1), .text("x"), .text("y"), .integer(2)])
    }

    @Test func joinedSentencesKeepTheirOrder() {
        let items: [SQL] = ["a = \(1)", "b = 2", "c = \(3)"]
        let sql = SQL.joined(items, by: " AND ")
        #expect(sql.text(numberedWith: "$") == "a = $1 AND b = 2 AND c = $2")
        #expect(sql.bindings == [.integer(1), .integer(3)])
        #expect(SQL.joined([]).text(numberedWith: "$") == "")
    }

    @Test(arguments: BindingContract.hostile.dropFirst())
    func hostileTextIsNeverInTheSentence(_ text: String) {
        let sql: SQL = "SELECT id FROM book WHERE title = \(text)"
        #expect(sql.text(numberedWith: "?") == "SELECT id FROM book WHERE title = ?1")
        #expect(sql.bindings == [.text(text)])
    }

    @Test func nothingSaysWhatItWouldHaveBeen() {
        let sql: SQL = "\(nil as Int?)\(nil as Double?)\(nil as String?)\(nil as PersonID?)\(nil as Role?)"
        #expect(sql.bindings.map(\.kind) == [.integer, .real, .text, .text, .text])
    }
}
