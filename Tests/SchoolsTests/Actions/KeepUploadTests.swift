import Database
import Foundation
import Kernel
import Schools
import TestKit
import Testing

@testable import SchoolRules

@Suite struct KeepUploadTests {
    private let sheet = Sheet(.full135).with(Invented.school("900001", "Ash"))
    private var permit: MayImportSchools { get throws { try MayImportSchools(People.actor(.administrator)) } }

    @Test(arguments: Engine.available) func anUploadIsKeptUntilItIsForgotten(engine: Engine) async throws {
        try await withSchools(engine) { database in
            try await RegisterFixture.with { fixture in
                let sent = try fixture.files(
                    sheet, beside: Sheet(Invented.groupHeadings).with(Invented.group("9001", "ALDER TRUST")))
                let id = try await keepUpload(sent, by: try permit, in: database)
                let kept = try #require(try await database.read { try $0.registerUpload(id) })
                #expect(kept.files.schools.name == "schools.csv" && kept.files.beside.map(\.name) == ["beside-0.csv"])
                #expect(!FileManager.default.fileExists(atPath: sent.schools.path))
                #expect(try await trusts(in: kept.files, on: today).map(\.uid) == ["9001"])
                try await forgetOldUploads(in: database)
                #expect(try await database.read { try $0.registerUpload(id) } != nil)
                try await forgetUpload(kept, in: database)
                #expect(!FileManager.default.fileExists(atPath: kept.files.schools.path))
                #expect(try await database.read { try $0.registerUpload(id) } == nil)
            }
        }
    }

    @Test(arguments: Engine.available) func anUploadOfTheDayBeforeIsForgotten(engine: Engine) async throws {
        try await withSchools(engine) { database in
            try await RegisterFixture.with { fixture in
                let files = try fixture.files(sheet)
                let id: ID<RegisterUpload> = database.world.newID(at: database.world.now())
                let old = database.world.now().adding(seconds: -90_000)
                try await database.write { tx in
                    try tx.add(
                        RegisterUpload(id: id, uploadedAt: old, files: files), by: People.actor(.administrator).person)
                }
                try await forgetOldUploads(in: database)
                #expect(!FileManager.default.fileExists(atPath: files.schools.path))
                #expect(try await database.read { try $0.registerUpload(id) } == nil)
            }
        }
    }

    @Test(arguments: Engine.available) func aFileThatCannotBeReadIsNotKept(engine: Engine) async throws {
        try await withSchools(engine) { database in
            try await RegisterFixture.with { fixture in
                let silent = try fixture.files(Sheet(.stateFunded33).with(Invented.school("900001", "Ash")))
                await #expect(throws: RegisterUnreadable.self) {
                    try await keepUpload(silent, by: try permit, in: database)
                }
                #expect(FileManager.default.fileExists(atPath: silent.schools.path))
            }
        }
    }
}
