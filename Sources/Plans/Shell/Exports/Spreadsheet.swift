import CXlsxWriter
import Foundation
import Kernel
import PlanRules

/// One sheet of a spreadsheet. The first row is its headings and stays in sight.
struct Sheet: Sendable {
    /// At most 31 characters, none of `[]:*?/\`.
    let name: String
    let columns: [SheetColumn]
    let rows: [[SheetCell]]
}

struct SheetColumn: Sendable {
    let heading: String
    /// In characters.
    let width: Double

    init(_ heading: String, width: Double) { (self.heading, self.width) = (heading, width) }
}

enum SheetCell: Sendable {
    /// Text stays text, whatever it begins with.
    case text(String)
    case day(Day?)
    case number(Double)
    /// In pence, shown as pounds.
    case money(Int)
}

/// An .xlsx file.
/// - Throws: `SpreadsheetFault` when it cannot be written.
func spreadsheet(_ sheets: [Sheet], titled title: String) throws -> [UInt8] {
    try withOwnFolder { folder in
        let file = folder.appendingPathComponent("sheets.xlsx")
        let book = try SpreadsheetBook(at: file.path, titled: title)
        do {
            for sheet in sheets { try book.add(sheet) }
        } catch {
            book.close()
            throw error
        }
        try check(book.close())
        return [UInt8](try Data(contentsOf: file))
    }
}

/// The library's own words, for the log: what a person typed never causes it.
struct SpreadsheetFault: Error, CustomStringConvertible {
    let description: String
}

private func check(_ error: lxw_error) throws {
    if error != LXW_NO_ERROR { throw SpreadsheetFault(description: String(cString: lxw_strerror(error))) }
}

/// A workbook of libxlsxwriter with the formats that our sheets use. Writing ends with `close`, whatever happened.
private struct SpreadsheetBook {
    private let book: UnsafeMutablePointer<lxw_workbook>
    private let heading, words, formulaLike, day, number, money: UnsafeMutablePointer<lxw_format>?

    init(at path: String, titled title: String) throws {
        guard let book = workbook_new(path) else { throw SpreadsheetFault(description: "No workbook could be made.") }
        self.book = book
        func format(_ pattern: String?) -> UnsafeMutablePointer<lxw_format>? {
            let format = workbook_add_format(book)
            format_set_text_wrap(format)
            format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
            if let pattern { format_set_num_format(format, pattern) }
            return format
        }
        heading = format(nil)
        format_set_bold(heading)
        format_set_bg_color(heading, 0xF2EDE1)
        format_set_bottom(heading, UInt8(LXW_BORDER_THIN.rawValue))
        words = format(nil)
        // Marked as text, so that it is none the more a formula after somebody edits the cell.
        formulaLike = format(nil)
        format_set_num_format_index(formulaLike, 49)
        day = format("d mmm yyyy")
        number = format("0.0")
        money = format("£#,##0.00")
        setTitle(title)
    }

    @discardableResult
    func close() -> lxw_error { workbook_close(book) }

    func add(_ sheet: Sheet) throws {
        guard let place = workbook_add_worksheet(book, sheet.name) else {
            throw SpreadsheetFault(description: "“\(sheet.name)” cannot be the name of a sheet.")
        }
        for (index, column) in sheet.columns.enumerated() {
            let index = lxw_col_t(index)
            try check(worksheet_set_column(place, index, index, column.width, nil))
            try check(worksheet_write_string(place, 0, index, fitting(column.heading), heading))
        }
        for (row, cells) in sheet.rows.enumerated() {
            for (column, cell) in cells.enumerated() {
                try write(cell, in: place, lxw_row_t(row + 1), lxw_col_t(column))
            }
        }
        worksheet_freeze_panes(place, 1, 0)
        worksheet_set_landscape(place)
        worksheet_set_paper(place, 9)
        worksheet_fit_to_pages(place, 1, 0)
        try check(worksheet_repeat_rows(place, 0, 0))
        let last = (row: lxw_row_t(sheet.rows.count), column: lxw_col_t(max(sheet.columns.count, 1) - 1))
        try check(worksheet_autofilter(place, 0, 0, last.row, last.column))
    }

    private func write(
        _ cell: SheetCell, in place: UnsafeMutablePointer<lxw_worksheet>, _ row: lxw_row_t, _ column: lxw_col_t
    ) throws {
        switch cell {
        case .text(let text):
            let format = text.first.map { "=+-@".contains($0) } == true ? formulaLike : words
            try check(worksheet_write_string(place, row, column, fitting(text), format))
        case .day(nil):
            try check(worksheet_write_blank(place, row, column, day))
        case .day(let value?):
            let (year, month, dayOfMonth) = value.civil
            var moment = lxw_datetime(
                year: Int32(year), month: Int32(month), day: Int32(dayOfMonth), hour: 0, min: 0, sec: 0)
            try check(worksheet_write_datetime(place, row, column, &moment, day))
        case .number(let value):
            try check(worksheet_write_number(place, row, column, value, number))
        case .money(let pence):
            try check(worksheet_write_number(place, row, column, Double(pence) / 100, money))
        }
    }

    private func setTitle(_ title: String) {
        fitting(String(String.UnicodeScalarView(title.unicodeScalars.prefix(255)))).withCString { words in
            var properties = lxw_doc_properties()
            properties.title = UnsafeMutablePointer(mutating: words)
            workbook_set_properties(book, &properties)
        }
    }
}

/// What a cell can hold: printable, at most 32,767 units long, and without `_x0041_`, which readers take for a letter.
private func fitting(_ text: String) -> String {
    let escaped = text.printable.unturned.replacing(/_x[0-9A-Fa-f]{4}_/) { "_x005F" + $0.output }
    guard escaped.utf16.count > 32_767 else { return escaped }
    var kept = escaped.prefix(32_000)
    while kept.utf16.count > 32_000 { kept = kept.dropLast(1 + (kept.utf16.count - 32_000) / 2) }
    return kept + "… (shortened)"
}
