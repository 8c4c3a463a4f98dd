import Database
import Kernel
func makeLargeTrust(in database: any Database, _ clock: DemoClock, _ today: Day, rounds: Int) async throws {}
