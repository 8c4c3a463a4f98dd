import Kernel
import Markup

/// Samples of every part of a page; features add those of their own pages.
package let componentSamples: [Sample] =
    formSamples + markSamples + listSamples + blockSamples + judgementSamples + chartSamples

/// Values that try to break a page.
enum Awkward {
    static let hostile = "<script>alert(\"x\")</script> & 'quoted' \" onmouseover=alert(1)"
    static let long = "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogochprimaryacademyandnurseryschool"
    static let address = "javascript:alert(1)"
}

/// The day and the scale that samples share.
enum Given {
    static let today = Day("2026-11-21")!
    static let levels = LevelMark.scale(["Not yet", "Emerging", "Secure", "Exemplary"])

    static func days(ago days: Int) -> Day { today - days }
}
