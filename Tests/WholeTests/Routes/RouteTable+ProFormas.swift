import HTTPTypes

extension RouteTable {
    static let proFormas: [RouteRow] = [
        .anybody("/pro-formas"),
        .anybody("/pro-formas/:key", "/pro-formas/department-plan", success: 303),
        .anybody("/pro-formas/:key/:version", "/pro-formas/department-plan/2026-1"),
        .administration(
            .get, "/pro-formas/:key/:version/editions/new", "/pro-formas/department-plan/2026-1/editions/new"),
        .administration(
            .post, "/pro-formas/:key/:version/editions", "/pro-formas/department-plan/2026-1/editions", success: 422),
    ]
}
