import Kernel
import Markup
import SchoolRules
import Site

/// Where an administrator chooses the register's file.
struct ImportFilePage: Sendable {
    let token: String
    var errors = FieldErrors()

    static let title = "Bring in schools"
    static let crumbs = [Page.Crumb("Schools", SchoolLinks.list)]

    var page: Page {
        Page(Self.title, section: .schools, crumbs: Self.crumbs, errors: errors, body: "\(words)\(form)")
    }

    private var words: HTML {
        lede(
            "Schools come from the national register, Get Information About Schools. "
                + "You see what would change before anything does.")
            + disclosure("Which file to download", whichFile)
    }

    private var whichFile: HTML {
        """
        <p>Any download of the register will do, as it came: the file of all establishments, the smaller ones of \
        academies or of state-funded schools, or the result of your own search with all data and links. A file that \
        was opened and saved in a spreadsheet is read as well.</p>\
        <p>The smaller files do not say which trust a school is in; add the file of group links then.</p>
        """
    }

    private var form: HTML {
        postForm(
            SchoolLinks.imports, token: token, marks: .upload, makes: true,
            """
            \(fileField(FormField("file", "File of schools", hint: "A CSV file.", errors: errors), accept: Self.csv))\
            \(fileField(
                FormField(
                    "groups", "File of groups or group links", hint: "Tells trusts and joining dates.", errors: errors,
                    isOptional: true), accept: Self.csv))\
            \(fileField(
                FormField(
                    "links", "File of links between schools", hint: "Tells which school followed which.",
                    errors: errors, isOptional: true), accept: Self.csv))\
            \(buttonRow(button("Read the file", .primary)))
            """)
    }

    private static let csv = ".csv,text/csv"
}
