import Kernel
package import PlanRules

/// The plan as a spreadsheet: one sheet for each kind of thing, under the labels of its pro-forma.
///
/// - Throws: `SpreadsheetFault` when it cannot be written.
package func planSpreadsheet(_ document: PlanDocument) throws -> [UInt8] {
    var sheets = [document.prioritySheet, document.outcomeSheet, document.actionSheet, document.checkSheet]
    if document.proForma.hasBlockages || !document.blockages.isEmpty { sheets.append(document.blockageSheet) }
    return try spreadsheet(sheets, titled: "\(document.title), \(document.place)")
}

extension PlanDocument {
    fileprivate var prioritySheet: Sheet {
        Sheet(
            name: "Priorities",
            columns: [
                SheetColumn("No.", width: 6), SheetColumn(label(of: .title), width: 36),
                SheetColumn(label(of: .why), width: 50), SheetColumn(label(of: .stops), width: 36),
                SheetColumn("Drawn from", width: 50), SheetColumn("Answers", width: 30),
                SheetColumn("Ended on", width: 14), SheetColumn("Ended because", width: 30),
            ],
            rows: priorities.map { priority in
                [
                    .text("\(priority.number)"), .text(priority.title), .text(priority.why), .text(priority.stops),
                    .text(priority.sources.joined(separator: "\n")), .text(priority.answers),
                    .day(priority.ended?.day), .text(priority.ended?.reason ?? ""),
                ]
            })
    }

    /// A line for each criterion; an outcome without one has a line of its own.
    fileprivate var outcomeSheet: Sheet {
        Sheet(
            name: "Outcomes",
            columns: [
                SheetColumn("Priority", width: 30), SheetColumn("Horizon", width: 16),
                SheetColumn("Outcome", width: 50), SheetColumn("By", width: 14), SheetColumn("Criterion", width: 50),
                SheetColumn("Status", width: 16), SheetColumn("Why", width: 36), SheetColumn("Judged on", width: 14),
            ],
            rows: priorities.flatMap { priority in
                priority.outcomes.flatMap { outcome -> [[SheetCell]] in
                    let start: [SheetCell] = [
                        .text("\(priority.number) \(priority.title)"), .text(label(of: outcome.horizon)),
                        .text(outcome.words), .day(outcome.by),
                    ]
                    if outcome.criteria.isEmpty { return [start] }
                    return outcome.criteria.map { criterion in
                        start + [
                            .text(criterion.words), .text(criterion.standing), .text(criterion.why),
                            .day(criterion.judged),
                        ]
                    }
                }
            })
    }

    fileprivate var actionSheet: Sheet {
        let columns = actionColumns
        return Sheet(
            name: "Actions",
            columns: [SheetColumn("No.", width: 6), SheetColumn("Priority", width: 30)]
                + columns.map(\.column) + [
                    SheetColumn("Ended on", width: 14), SheetColumn("Ended because", width: 30),
                ],
            rows: priorities.flatMap { priority in
                priority.actions.map { action in
                    [.text(action.number), .text("\(priority.number) \(priority.title)")]
                        + columns.map { $0.cell(action) }
                        + [.day(action.ended?.day), .text(action.ended?.reason ?? "")]
                }
            })
    }

    /// What the pro-forma asks for, in its order and under its labels.
    private var actionColumns: [(column: SheetColumn, cell: @Sendable (ActionPart) -> SheetCell)] {
        let all: [(ProFormaField, Double, @Sendable (ActionPart) -> SheetCell)] = [
            (.what, 40, { .text($0.what) }), (.aspects, 40, { .text($0.aspects) }), (.seen, 40, { .text($0.seen) }),
            (.how, 40, { .text($0.how) }), (.support, 30, { .text($0.support) }), (.owner, 26, { .text($0.owner) }),
            (.supporter, 26, { .text($0.supporter) }), (.from, 14, { .day($0.starts) }), (.to, 14, { .day($0.ends) }),
            (.days, 8, { .number($0.cost.days) }), (.money, 14, { .money($0.cost.pence) }),
        ]
        return all.filter { proForma.asks(for: $0.0) }.map { field, width, cell in
            (SheetColumn(label(of: field), width: width), cell)
        }
    }

    fileprivate var checkSheet: Sheet {
        Sheet(
            name: "Checks",
            columns: [
                SheetColumn("Due", width: 14), SheetColumn("Of", width: 36),
                SheetColumn("What will be looked at", width: 40), SheetColumn("How", width: 30),
                SheetColumn("By", width: 26), SheetColumn("Standing", width: 20), SheetColumn("Done on", width: 14),
                SheetColumn("Finding", width: 50), SheetColumn("Response", width: 40),
            ],
            rows: looks.map { look in
                let check = look.check
                return [
                    .day(check.due), .text(look.subject), .text(check.looked), .text(check.how), .text(check.by),
                    .text(check.standingWords), .day(check.result?.day), .text(check.result?.finding ?? ""),
                    .text(check.result?.response?.sentence ?? ""),
                ]
            })
    }

    fileprivate var blockageSheet: Sheet {
        Sheet(
            name: "Blockages",
            columns: [
                SheetColumn("What stands in the way", width: 50), SheetColumn("Who removes it", width: 30),
                SheetColumn("By", width: 14), SheetColumn("Removed on", width: 14), SheetColumn("How", width: 40),
            ],
            rows: blockages.map {
                [
                    .text($0.words), .text($0.remover), .day($0.by), .day($0.removed?.day),
                    .text($0.removed?.reason ?? ""),
                ]
            })
    }
}
