/* commit FILE SECONDS GROUP: what SQLite itself needs to keep a judgement, without a server around it.
 *
 * One connection, WAL, synchronous=FULL; GROUP upserts of one row of some hundred and sixty bytes in each commit, over
 * 7,200 rows in turn. Prints rows and commits a second, and the processor's milliseconds for a row. */
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <time.h>

static sqlite3 *database;

static void demand(int code) {
    if (code == SQLITE_OK || code == SQLITE_DONE || code == SQLITE_ROW) return;
    fprintf(stderr, "%s\n", sqlite3_errmsg(database));
    exit(1);
}

static void run(const char *sql) { demand(sqlite3_exec(database, sql, NULL, NULL, NULL)); }

static double now(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return t.tv_sec + t.tv_nsec / 1e9;
}

static double cpu(void) {
    struct rusage use;
    getrusage(RUSAGE_SELF, &use);
    return use.ru_utime.tv_sec + use.ru_stime.tv_sec + (use.ru_utime.tv_usec + use.ru_stime.tv_usec) / 1e6;
}

static void save(sqlite3_stmt *upsert, long number) {
    char item[32];
    snprintf(item, sizeof item, "item-%020ld", number % 7200);
    sqlite3_bind_text(upsert, 1, item, -1, SQLITE_TRANSIENT);
    sqlite3_bind_int64(upsert, 2, number % 4 + 1);
    demand(sqlite3_step(upsert));
    demand(sqlite3_reset(upsert));
}

int main(int count, char **arguments) {
    if (count != 4) return 64;
    double seconds = atof(arguments[2]);
    long group = atol(arguments[3]), rows = 0, commits = 0;
    demand(sqlite3_open(arguments[1], &database));
    run("PRAGMA journal_mode = WAL");
    run("PRAGMA synchronous = FULL");
    run("CREATE TABLE IF NOT EXISTS judgement (item TEXT NOT NULL PRIMARY KEY, level INTEGER NOT NULL, "
        "reason TEXT NOT NULL, version INTEGER NOT NULL, judged_at TEXT NOT NULL)");
    sqlite3_stmt *upsert;
    demand(sqlite3_prepare_v2(database,
        "INSERT INTO judgement VALUES (?1, ?2, 'Seen in four of six lessons of this half term, and told by pupils in "
        "their own words.', 1, '2026-11-21T09:30:00.000Z') ON CONFLICT (item) DO UPDATE SET level = excluded.level, "
        "version = version + 1", -1, &upsert, NULL));
    double began = now(), used = cpu();
    while (now() - began < seconds) {
        run("BEGIN IMMEDIATE");
        for (long place = 0; place < group; place++) save(upsert, rows++);
        run("COMMIT");
        commits++;
    }
    double took = now() - began;
    printf("{\"rows\": %.1f, \"commits\": %.1f, \"cpu_ms\": %.4f}\n", rows / took, commits / took,
        (cpu() - used) * 1000 / rows);
    sqlite3_finalize(upsert);
    sqlite3_close(database);
    return 0;
}
