-- What the command line of SQLite can make.
PRAGMA journal_mode = WAL;
CREATE TABLE loose (id INTEGER PRIMARY KEY, n INTEGER, t TEXT, r REAL, b BLOB, d DATETIME, plain);
INSERT INTO loose (n, t, r, b, d, plain) VALUES
  (1, x'00ff80', 'not a number', 'text in a blob', 1767312000, 1),
  ('twelve', 12, 3, 7, '2026-01-02 03:04:05', 'x'),
  (1.5, 1.5, '1e3', 2.5, '2026-01-02T03:04:05Z', x'00'),
  (x'deadbeef', NULL, x'ff', NULL, 'yesterday', 1.5),
  (NULL, '', NULL, '', '', NULL),
  ('', 'a' || char(0) || 'b', '', x'', 2460000.5, ''),
  (9223372036854775807, char(55357), 0.1, zeroblob(10), -1, CAST(x'c328ff' AS TEXT));
CREATE TABLE numbers (id INTEGER PRIMARY KEY, r REAL);
INSERT INTO numbers (r) VALUES (9e999), (-9e999), (9e999 - 9e999);
CREATE TABLE typed (id INTEGER PRIMARY KEY, i INT NOT NULL, r REAL, t TEXT, b BLOB, a ANY) STRICT;
INSERT INTO typed VALUES (1, 1, 1.0, 'a', x'01', 'any'), (2, 2, 2.5, 'b', x'02', x'03');
CREATE TABLE pairs (a TEXT, b INT, c, PRIMARY KEY (a, b DESC)) WITHOUT ROWID;
INSERT INTO pairs VALUES ('x', 1, 2), ('x', 2, NULL);
CREATE TABLE boxes (
  id INTEGER PRIMARY KEY AUTOINCREMENT, w INT, h INT, d INT,
  volume INT GENERATED ALWAYS AS (w * h * d) STORED,
  label TEXT AS ('box ' || id)
);
INSERT INTO boxes (w, h, d) VALUES (1, 2, 3);
CREATE INDEX big_boxes ON boxes (w) WHERE w > 10;
CREATE UNIQUE INDEX one_label ON boxes (lower(label)) WHERE label IS NOT NULL;
CREATE TABLE audited (id INTEGER PRIMARY KEY, v TEXT);
CREATE TABLE audit (id INTEGER PRIMARY KEY, v TEXT, at DEFAULT CURRENT_TIMESTAMP);
CREATE TRIGGER watch AFTER INSERT ON audited BEGIN INSERT INTO audit (v) VALUES (new.v); END;
CREATE VIRTUAL TABLE notes USING fts5 (title, body);
INSERT INTO notes VALUES ('first', 'the quick brown fox'), ('second', 'a lazy dog');
CREATE VIRTUAL TABLE places USING rtree (id, min_x, max_x, min_y, max_y);
INSERT INTO places VALUES (1, 0, 1, 0, 1);
CREATE VIEW totals AS SELECT w, sum(volume) AS total, 'x' AS "odd name", NULL AS nil FROM boxes GROUP BY w;
CREATE VIEW joined (a, b) AS SELECT typed.t, loose.n FROM typed JOIN loose USING (id);
CREATE VIEW recursive AS WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 50) SELECT i FROM n;
CREATE TRIGGER write_totals INSTEAD OF INSERT ON totals BEGIN INSERT INTO boxes (w) VALUES (new.w); END;
CREATE TABLE dangling (id INTEGER PRIMARY KEY, other REFERENCES nobody (id), self REFERENCES dangling);
INSERT INTO dangling VALUES (1, 99, 1);
CREATE TABLE "weird""name'%_\" ("" INT, " " INT, "a""b" TEXT DEFAULT 'it''s', [select] TEXT, `back` TEXT);
INSERT INTO "weird""name'%_\" VALUES (1, 2, 'q', 's', 'b');
CREATE TABLE wide AS SELECT 1 AS c1, 2.5 AS c2, 'x' AS c3, x'00' AS c4, NULL AS c5;
CREATE TABLE keyless (a, b);
INSERT INTO keyless VALUES (1, 1), (1, 1), (NULL, NULL);
CREATE TABLE nullable_key (k TEXT PRIMARY KEY, v);
INSERT INTO nullable_key VALUES (NULL, 1), (NULL, 2), ('k', 3);
CREATE TABLE json_things (id INTEGER PRIMARY KEY, j JSON, u UUID, m DECIMAL(10, 2), f BOOLEAN);
INSERT INTO json_things VALUES
  (1, '{"a":[1,null,"x"]}', '0e984725-c51c-4bf4-9960-e1c80e27aba0', 12.5, 1),
  (2, '{broken', 'no uuid', 'much', 'yes'),
  (3, '  [1] ', x'00', '1e400', 2);
