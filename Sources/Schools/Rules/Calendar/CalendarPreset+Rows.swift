import Kernel

extension CalendarPreset {
    /// Read from the pages of schools and authorities in autumn 2026; only years of which all six half terms were
    /// published. Where a page gives a term and its break, the half terms are the weekdays on either side of it.
    static let rows: [CalendarPreset?] = [
        Self(
            "Essex", .authority, 2024,
            "2 Sep–25 Oct, 4 Nov–20 Dec, 6 Jan–14 Feb, 24 Feb–4 Apr, 22 Apr–23 May, 2 Jun–22 Jul"),
        Self(
            "Harrow", .oneSchool, 2024,
            "2 Sep–25 Oct, 4 Nov–20 Dec, 6 Jan–14 Feb, 24 Feb–4 Apr, 22 Apr–23 May, 2 Jun–22 Jul"),
        Self(
            "Leicester", .oneSchool, 2024,
            "28 Aug–17 Oct, 28 Oct–19 Dec, 6 Jan–14 Feb, 24 Feb–11 Apr, 28 Apr–23 May, 2 Jun–11 Jul"),
        Self(
            "Leicestershire", .oneSchool, 2024,
            "27 Aug–17 Oct, 28 Oct–20 Dec, 7 Jan–14 Feb, 24 Feb–11 Apr, 28 Apr–23 May, 2 Jun–10 Jul"),
        Self(
            "Birmingham", .authority, 2025,
            "1 Sep–24 Oct, 3 Nov–19 Dec, 5 Jan–13 Feb, 23 Feb–27 Mar, 13 Apr–22 May, 1 Jun–20 Jul"),
        Self(
            "Buckinghamshire", .oneSchool, 2025,
            "4 Sep–24 Oct, 3 Nov–19 Dec, 6 Jan–13 Feb, 23 Feb–27 Mar, 13 Apr–22 May, 1 Jun–22 Jul"),
        Self(
            "Cornwall", .oneSchool, 2025,
            "3 Sep–24 Oct, 3 Nov–19 Dec, 5 Jan–13 Feb, 23 Feb–2 Apr, 20 Apr–22 May, 1 Jun–23 Jul"),
        Self(
            "Hertfordshire", .oneSchool, 2025,
            "2 Sep–24 Oct, 3 Nov–17 Dec, 5 Jan–13 Feb, 23 Feb–27 Mar, 13 Apr–22 May, 1 Jun–17 Jul"),
        Self(
            "Kent", .authority, 2025,
            "1 Sep–17 Oct, 3 Nov–19 Dec, 5 Jan–13 Feb, 23 Feb–2 Apr, 20 Apr–22 May, 1 Jun–22 Jul",
            names: .numbered),
        Self(
            "Kirklees", .oneSchool, 2025,
            "2 Sep–24 Oct, 3 Nov–19 Dec, 5 Jan–13 Feb, 23 Feb–27 Mar, 13 Apr–22 May, 1 Jun–21 Jul"),
        Self(
            "Leicester", .oneSchool, 2025,
            "26 Aug–17 Oct, 29 Oct–19 Dec, 6 Jan–13 Feb, 23 Feb–27 Mar, 13 Apr–22 May, 1 Jun–10 Jul"),
        Self(
            "London, Camden", .oneSchool, 2025,
            "3 Sep–24 Oct, 3 Nov–18 Dec, 6 Jan–13 Feb, 23 Feb–27 Mar, 13 Apr–22 May, 1 Jun–17 Jul"),
        Self(
            "Portsmouth", .oneSchool, 2025,
            "3 Sep–24 Oct, 3 Nov–19 Dec, 5 Jan–13 Feb, 23 Feb–27 Mar, 13 Apr–22 May, 1 Jun–22 Jul"),
        Self(
            "Staffordshire", .oneSchool, 2025,
            "2 Sep–24 Oct, 3 Nov–19 Dec, 5 Jan–13 Feb, 23 Feb–27 Mar, 13 Apr–22 May, 1 Jun–17 Jul"),
        Self(
            "Surrey", .oneSchool, 2025,
            "3 Sep–24 Oct, 3 Nov–19 Dec, 5 Jan–13 Feb, 23 Feb–27 Mar, 13 Apr–22 May, 1 Jun–22 Jul"),
        Self(
            "Walsall", .oneSchool, 2025,
            "1 Sep–24 Oct, 3 Nov–19 Dec, 5 Jan–13 Feb, 23 Feb–27 Mar, 13 Apr–22 May, 1 Jun–20 Jul"),
        Self(
            "Wokingham", .oneSchool, 2025,
            "4 Sep–24 Oct, 3 Nov–19 Dec, 6 Jan–13 Feb, 23 Feb–27 Mar, 13 Apr–22 May, 1 Jun–21 Jul"),
        Self(
            "Buckinghamshire", .oneSchool, 2026,
            "3 Sep–23 Oct, 2 Nov–18 Dec, 5 Jan–12 Feb, 22 Feb–25 Mar, 12 Apr–28 May, 7 Jun–21 Jul"),
        Self(
            "Cambridgeshire", .oneSchool, 2026,
            "2 Sep–23 Oct, 2 Nov–18 Dec, 4 Jan–11 Feb, 22 Feb–25 Mar, 12 Apr–27 May, 9 Jun–21 Jul"),
        Self(
            "Kent", .oneSchool, 2026,
            "1 Sep–16 Oct, 2 Nov–18 Dec, 4 Jan–12 Feb, 22 Feb–25 Mar, 12 Apr–28 May, 7 Jun–22 Jul",
            names: .numbered),
        Self(
            "Kirklees", .oneSchool, 2026,
            "1 Sep–23 Oct, 2 Nov–18 Dec, 4 Jan–12 Feb, 22 Feb–25 Mar, 12 Apr–28 May, 7 Jun–21 Jul"),
        Self(
            "Surrey", .oneSchool, 2026,
            "1 Sep–16 Oct, 2 Nov–18 Dec, 4 Jan–12 Feb, 22 Feb–25 Mar, 12 Apr–28 May, 7 Jun–28 Jul"),
        Self(
            "Wokingham", .oneSchool, 2026,
            "3 Sep–23 Oct, 2 Nov–18 Dec, 5 Jan–12 Feb, 22 Feb–25 Mar, 12 Apr–28 May, 7 Jun–21 Jul"),
    ]
}
