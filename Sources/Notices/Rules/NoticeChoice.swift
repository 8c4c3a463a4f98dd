/// On which weekday a person wants the weekly letter.
package struct NoticeChoice: Hashable, Sendable {
    /// 1 to 5 for Monday to Friday; nil for no letter.
    package let weekday: Int?

    package init(weekday: Int?) { self.weekday = weekday }

    package static let standard = NoticeChoice(weekday: 1)
}
