import Database
import Jobs
import Kernel

extension Reading {
    /// - Returns: nil until the first page is drawn.
    func formSecret() throws -> String? { try first("SELECT secret FROM form_secret") { try $0[0] } }
}

extension Transaction {
    /// Drawn once, whoever comes first.
    func drawFormSecret() throws -> String {
        try run(
            "INSERT INTO form_secret (only_row, secret) VALUES (1, \(world.secret())) ON CONFLICT (only_row) DO NOTHING"
        )
        return try formSecret() ?? ""
    }

    /// Takes the form's id for this transaction. Whoever holds it already is waited for.
    ///
    /// - Returns: nil when it was free; otherwise what was said and made with it.
    func claim(_ once: Once) throws -> (said: String, made: String)? {
        let taken = try run(
            """
            INSERT INTO made_once (person_id, form, said, made, made_at)
            VALUES (\(once.person), \(once.form), \(once.said), '', \(moment))
            ON CONFLICT (person_id, form) DO NOTHING
            """)
        if taken == 1 { return nil }
        return try first(
            "SELECT said, made FROM made_once WHERE person_id = \(once.person) AND form = \(once.form)"
        ) { (try $0[0], try $0[1]) }
    }

    func keep(_ made: String, madeBy once: Once) throws {
        if made.isEmpty { return }
        try run(
            """
            UPDATE made_once SET made = \(made) WHERE person_id = \(once.person) AND form = \(once.form)
            """)
    }

    fileprivate func forgetWhatFormsMade() throws {
        try run("DELETE FROM made_once WHERE made_at < \(moment.adding(seconds: -rememberedSeconds))")
    }
}

/// Longer than any page stays open or a browser goes back to.
private let rememberedSeconds = 60 * 24 * 60 * 60

/// What the site itself keeps about forms, whichever feature they belong to.
package let formsFeature = Feature(
    name: "Forms", migrations: [Migration("0001-forms", PackageResources._001_forms_sql)], routes: { _ in },
    jobs: [
        JobKind("forms.forget-what-was-made", every: 24 * 60 * 60) { _, database in
            try await database.write { try $0.forgetWhatFormsMade() }
        }
    ])
