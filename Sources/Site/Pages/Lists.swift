package import Markup

package struct SummaryRow: Sendable {
    package let key: String
    package let value: HTML
    package let change: HTML

    /// - Parameter change: the words and the address of a link that mends this line; the words are read with the key.
    package init(_ key: String, _ value: HTML, change: (words: String, address: String)? = nil) {
        self.key = key
        self.value = value
        self.change =
            change.map { "<a href=\"\($0.address)\">\($0.words)<span class=\"vh\"> \(key)</span></a>" } ?? .nothing
    }
}

/// What is known of one thing, and the page on which an answer is checked before it is sent.
package func summaryList(_ rows: [SummaryRow]) -> HTML {
    """
    <dl class="summary">\(rows.html { row in
        "<div><dt>\(row.key)</dt><dd>\(row.value)</dd>\(.when(!row.change.isEmpty, "<dd class=\"change\">\(row.change)</dd>"))</div>"
    })</dl>
    """
}

package struct TaskRow: Sendable {
    package let name: String
    /// Nil when it cannot be done yet.
    package let address: String?
    package let hint: String?
    package let status: HTML

    package init(_ name: String, address: String?, hint: String? = nil, status: HTML) {
        self.name = name
        self.address = address
        self.hint = hint
        self.status = status
    }
}

/// Things to do, in any order, each with how it stands.
package func taskList(_ tasks: [TaskRow]) -> HTML {
    """
    <ul class="tasks">\(tasks.html { task in
        let name: HTML = task.address.map { "<a href=\"\($0)\">\(task.name)</a>" } ?? "<span>\(task.name)</span>"
        let hint: HTML = task.hint.map { "<span class=\"hint\">\($0)</span>" } ?? .nothing
        return "<li><div>\(name)\(hint)</div><div>\(task.status)</div></li>"
    })</ul>
    """
}

package struct Column: Sendable {
    package let name: String
    package let isNumber: Bool

    package init(_ name: String, isNumber: Bool = false) {
        self.name = name
        self.isNumber = isNumber
    }

    /// Figures, set to the right so that they can be compared.
    package static func number(_ name: String) -> Column { Column(name, isNumber: true) }
}

/// What a table does on a phone.
package enum TableLayout: String, Sendable {
    /// Keeps its columns and scrolls sideways: for comparing.
    case scrolling
    /// Each row becomes a block with its headings: for reading one at a time.
    case stacking
}

/// The first cell of each row names it.
///
/// - Parameter empty: stands in the table's place when it has no rows.
package func dataTable(
    _ caption: String, _ columns: [Column], _ rows: [[HTML]], isCaptionHidden: Bool = false,
    layout: TableLayout = .scrolling, empty: HTML = .nothing
) -> HTML {
    if rows.isEmpty, !empty.isEmpty { return empty }
    let body: HTML = rows.html { row in "<tr>\(zip(columns, row).enumerated().html(cell))</tr>\n" }
    let table: HTML = """
        <table\(.when(layout == .stacking, " class=\"stacking\""))>\
        <caption\(.when(isCaptionHidden, " class=\"vh\""))>\(caption)</caption>\
        <thead><tr>\(columns.html(head))</tr></thead><tbody>\(body)</tbody></table>
        """
    if layout == .stacking { return table }
    return "<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"\(caption)\">\(table)</div>"
}

/// A column without a name is a place for links; a heading that says nothing would be read out as one.
private func head(_ column: Column) -> HTML {
    if column.name.isEmpty { return "<td></td>" }
    return "<th scope=\"col\"\(.when(column.isNumber, " class=\"n\""))>\(column.name)</th>"
}

private func cell(_ index: Int, _ pair: (column: Column, value: HTML)) -> HTML {
    if index == 0 { return "<th scope=\"row\">\(pair.value)</th>" }
    return
        "<td\(.when(pair.column.isNumber, " class=\"n\""))\(.attribute("data-label", pair.column.name))>\(pair.value)</td>"
}
