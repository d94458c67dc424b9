# What Python's sqlite3 module makes.
import datetime, sqlite3

db = sqlite3.connect("python.db", detect_types=sqlite3.PARSE_DECLTYPES)
db.executescript("""
    CREATE TABLE events (id INTEGER PRIMARY KEY, name TEXT, at timestamp, day date, pickled BLOB, ratio);
    CREATE TABLE attendees (event INTEGER REFERENCES events ON DELETE CASCADE, name TEXT,
        PRIMARY KEY (event, name)) WITHOUT ROWID;
    CREATE VIEW busy AS SELECT event, count(*) AS n FROM attendees GROUP BY event;
""")
db.execute(
    "INSERT INTO events VALUES (1, 'a', ?, ?, ?, ?)",
    ("2026-01-02 03:04:05.678901", "2026-01-02",
     bytes.fromhex("80049502000000000000005d942e"), float("inf")))
db.execute(
    "INSERT INTO events VALUES (2, ?, ?, NULL, ?, ?)",
    ("grün 名前 🦉", "2026-01-02 03:04:05+02:00", memoryview(b""), 2**63 - 1))
db.execute("INSERT INTO attendees VALUES (1, 'Ada'), (1, 'Grace'), (2, '')")
db.commit()
db.close()
