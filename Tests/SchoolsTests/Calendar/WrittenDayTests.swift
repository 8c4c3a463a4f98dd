import Kernel
import SchoolRules
import Testing

@Suite struct WrittenDayTests {
    private func sentence(_ text: String, startsIn: Int? = nil) -> String? {
        do throws(Misread) {
            _ = try WrittenDay.read(text, startsIn: startsIn)
            return nil
        } catch {
            return error.sentence
        }
    }

    @Test(arguments: [
        "Mon 3rd Nov 2025", "Monday, 3 November 2025", "monday 3 nov 2025", "3/11/2025", "03/11/2025", "3.11.25",
        "3-11-2025", "2025-11-03", "2025/11/3", "November 3, 2025", "Nov 3rd 2025", "3rd of November 2025",
        "  3   November\t2025 ", "Mon 3/11/25", "3Nov2025", "3 November 2025 (Monday)", "the 3rd of Nov. 2025",
        "2025 November 3", "3 NOVEMBER 2025",
    ])
    func readsADayHoweverItIsWritten(_ text: String) throws {
        #expect(try WrittenDay.read(text) == Day(2025, 11, 3))
    }

    @Test(arguments: [
        "Tues 4 Nov 2025", "Weds 5th Nov 2025", "Wed 5 Nov 2025", "Thurs 6 Nov 2025", "Thur 6 Nov 2025",
        "Tue 2 Sept 2025", "Fri 27 Feb 2026",
    ])
    func readsTheUsualShortNames(_ text: String) {
        #expect(sentence(text) == nil)
    }

    @Test func readsItsOwnLongAndShortForms() throws {
        for number in Day(2025, 8, 1)!.number...Day(2027, 8, 31)!.number {
            let day = Day(number: number)
            for text in [day.long, day.short, day.description, "\(day.weekday.name) \(day.long)"] {
                #expect(try WrittenDay.read(text) == day)
            }
        }
    }

    @Test func aWrongWeekdayIsCaughtForEveryDay() {
        for number in Day(2026, 1, 1)!.number...Day(2026, 12, 31)!.number {
            let day = Day(number: number)
            for weekday in Weekday.allCases where weekday != day.weekday {
                #expect(sentence("\(weekday.name) \(day.long)")?.contains("is a \(day.weekday.name)") == true)
            }
        }
    }

    @Test(arguments: [
        (
            "Monday 17th July 2026",
            "17 July 2026 is a Friday, not a Monday. Check whether the date or the weekday is right."
        ),
        (
            "Friday 25th March 2027",
            "25 March 2027 is a Thursday, not a Friday. Check whether the date or the weekday is right."
        ),
        ("31 November 2025", "There is no 31 November 2025."), ("29/2/2026", "There is no 29 February 2026."),
        ("11/21/2026", "There is no month 21. Write the day before the month: 21/11/2026."),
        ("", "Give a date."), ("   ", "Give a date."),
        ("soon", "“soon” is not a date. Write it like 3 November 2025 or 3/11/2025."),
        ("--", "“--” is not a date. Write it like 3 November 2025 or 3/11/2025."),
        ("3 November", "Write the year too, as in “3 November 2026”."),
    ])
    func saysWhatIsWrong(_ text: String, _ words: String) {
        #expect(sentence(text) == words)
    }

    @Test(arguments: [
        "3 Nov 2025 to 7 Nov 2025", "Mon Tue 3 Nov 2025", "3", "2025", "November 2025", "32025", "3 Nov 20255",
        "2025-11-03T09:30", "1 2 3 4", "٣ Nov 2025", "½ Nov 2025", "3 Nov Dec 2025", "99999999999999999999",
    ])
    func refusesWhatIsNoSingleDay(_ text: String) {
        #expect(sentence(text)?.contains("is not a date") == true)
    }

    @Test func aLongTextIsQuotedInPart() {
        #expect(sentence(String(repeating: "word ", count: 400))!.count < 120)
    }

    @Test(arguments: [
        ("1 Sep", "2025-09-01"), ("26 Aug", "2025-08-26"), ("Fri 19 Dec", "2025-12-19"), ("5 Jan", "2026-01-05"),
        ("22/7", "2026-07-22"), ("Fri 17 July 2026", "2026-07-17"),
    ])
    func theAcademicYearSuppliesAMissingYear(_ text: String, _ iso: String) throws {
        #expect(try WrittenDay.read(text, startsIn: 2025).description == iso)
    }

    @Test func aSuppliedYearIsHeldAgainstTheWeekdayToo() {
        #expect(sentence("Mon 17 July", startsIn: 2025)?.hasPrefix("17 July 2026 is a Friday") == true)
    }
}
