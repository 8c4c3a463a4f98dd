import HTTPTypes

extension RouteTable {
    static func notices(_ things: Things) -> [RouteRow] {
        let chosen = ["weekday": "2", "scope": "own", "version": "0"]
        let secret = String(repeating: "0", count: 64)
        return [
            .anybody("/me/notices"),
            .write("/me/notices", "/me/notices", chosen, stranger: 303, reader: 303),
            .write("/me/notices/feed", "/me/notices/feed", stranger: 200, reader: 200, success: 200),
            .write(
                "/me/notices/feed/entries", "/me/notices/feed/entries", ["entries": "shared"], stranger: 303,
                reader: 303),
            .write("/me/notices/feed/end", "/me/notices/feed/end", stranger: 303, reader: 303),
            .open(.get, "/feeds/:secret", "/feeds/\(secret).ics", 404),
        ]
    }
}
