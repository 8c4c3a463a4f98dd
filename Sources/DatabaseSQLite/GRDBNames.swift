import GRDB

// GRDB and the seam both say Database, DatabaseError, Row and SQL. In this module those words are the seam's: other
// files import single names of GRDB, and take from here what it calls the same.

typealias Handle = GRDB.Database
typealias HandleError = GRDB.DatabaseError
typealias HandleRow = GRDB.Row
