/// A file that is not kept, by what it is, with how to send what is in it.
package enum UnkeptFile: Error, Hashable, CaseIterable {
    case phonePhoto, protected, webPage, macros, other

    package var sentence: String {
        switch self {
        case .phonePhoto:
            "That is a photo in HEIC, a format of phones that many computers cannot open. Send it as JPEG: on an iPhone choose "
                + "Settings, Camera, Formats, Most Compatible before you take it, or open the photo on a computer and export "
                + "it as JPEG."
        case .protected:
            "That document is protected with a password, so nobody else could open it here. Open it, take the password off "
                + "under File, Info, Protect, save it, and send that."
        case .webPage:
            "That is a web page, whatever its name says; some systems export those as .xls. Open it in Excel, save it as an "
                + "Excel workbook (.xlsx) or a PDF, and send that."
        case .macros:
            "That document carries macros, which are not kept. Save it as an ordinary Word document (.docx) or Excel "
                + "workbook (.xlsx), and send that."
        case .other:
            "That is no file we keep. Send a PDF, a picture (PNG or JPEG), a Word or Excel document, or plain text."
        }
    }
}
