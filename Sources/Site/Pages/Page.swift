package import Kernel
package import Markup

/// What a handler says about a page; `Frame` puts the rail, the crumbs and the head around it.
package struct Page: Sendable {
    /// The sections of the rail, in its order.
    package enum Section: String, Sendable, CaseIterable {
        case today, map, schools, evaluate, plans, meetings, tools, calendar, administration
    }

    package struct Crumb: Sendable {
        package let name: String
        package let address: String

        package init(_ name: String, _ address: String) {
            self.name = name
            self.address = address
        }
    }

    package var title: String
    package var section: Section?
    /// From the trust down to the thing above this page; the page's own title is added by the frame.
    package var crumbs: [Crumb]
    package var body: HTML
    /// Shown at the top, each linked to its field, when what was typed could not be taken.
    package var errors: FieldErrors
    /// One sentence about what was just done, shown once.
    package var notice: String?
    /// Wide pages (heat maps, tables) may use the full width; text pages keep to 70 characters.
    package var isWide: Bool
    /// Whether it ends with the way back into Termwise, or for strangers to its door.
    var isDeadEnd = false
    /// Whether it prints on exactly one side of A4, cut where it is longer.
    package var isOnePage = false

    package init(
        _ title: String, section: Section? = nil, crumbs: [Crumb] = [], errors: FieldErrors = FieldErrors(),
        notice: String? = nil, isWide: Bool = false, body: HTML
    ) {
        self.title = title
        self.section = section
        self.crumbs = crumbs
        self.errors = errors
        self.notice = notice
        self.isWide = isWide
        self.body = body
    }
}

/// What the frame needs to know about the reader; nil of `person` means nobody is signed in.
package struct Reader: Sendable {
    package struct Link: Sendable {
        package let section: Page.Section
        package let name: String
        package let address: String

        package init(_ section: Page.Section, _ name: String, _ address: String) {
            self.section = section
            self.name = name
            self.address = address
        }
    }

    package var trustName: String
    package var person: String?
    /// Under which this device keeps what the person types.
    package var id: PersonID?
    package var links: [Link]
    package var formToken: String
    package var path: String
    package var isDemo: Bool

    package init(
        trustName: String, person: String?, links: [Link], formToken: String, path: String, isDemo: Bool = false,
        id: PersonID? = nil
    ) {
        self.trustName = trustName
        self.person = person
        self.id = id
        self.links = links
        self.formToken = formToken
        self.path = path
        self.isDemo = isDemo
    }
}
