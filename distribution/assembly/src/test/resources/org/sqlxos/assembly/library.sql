-- The schema of the REST tests: one of everything that a table can be, under ordinary and odd names.
CREATE TABLE users (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL CHECK (length(name) >= 2),
  email TEXT NOT NULL UNIQUE,
  nick VARCHAR(8),
  lucky INTEGER CHECK (lucky % 7 = 0),
  age INTEGER CHECK (age >= 0 AND age < 150),
  role TEXT NOT NULL DEFAULT 'reader' CHECK (role IN ('reader', 'writer', 'editor')),
  score DECIMAL(8, 2),
  born DATE,
  active BOOLEAN NOT NULL DEFAULT 1,
  manager_id INTEGER REFERENCES users (id),
  shout TEXT GENERATED ALWAYS AS (upper(name)) VIRTUAL,
  seen_at TIMESTAMP DEFAULT '2026-01-02 03:04:05'
);
CREATE TABLE posts (
  id INTEGER PRIMARY KEY,
  author_id INTEGER NOT NULL REFERENCES users (id),
  editor_id INTEGER REFERENCES users (id),
  title VARCHAR(30) NOT NULL,
  likes INTEGER NOT NULL DEFAULT 0
);
CREATE TABLE comments (
  id INTEGER PRIMARY KEY,
  post_id INTEGER NOT NULL REFERENCES posts (id) ON DELETE CASCADE,
  text TEXT NOT NULL
);
CREATE TABLE memberships (
  club TEXT NOT NULL,
  number INTEGER NOT NULL,
  member_id INTEGER REFERENCES users (id),
  since DATE,
  PRIMARY KEY (club, number)
) WITHOUT ROWID;
CREATE TABLE payments (
  id INTEGER PRIMARY KEY,
  club TEXT NOT NULL,
  number INTEGER NOT NULL,
  cents INTEGER NOT NULL CHECK (cents > 0),
  FOREIGN KEY (club, number) REFERENCES memberships (club, number)
);
CREATE TABLE readings (
  id INTEGER PRIMARY KEY,
  sensor TEXT NOT NULL,
  value REAL,
  raw BLOB,
  note ANY
) STRICT;
CREATE TABLE tags (name TEXT PRIMARY KEY NOT NULL, rank INTEGER UNIQUE);
CREATE TABLE journal (message TEXT);
CREATE TABLE "order" (
  "select" INTEGER PRIMARY KEY,
  "Größe" TEXT,
  "a b" TEXT,
  "page" INTEGER,
  "x.y" TEXT,
  "quo""te" TEXT,
  "%2F" TEXT,
  "from; DROP TABLE users --" TEXT
);
CREATE TABLE "Größe" (id INTEGER PRIMARY KEY, "naïve 名前 🦉" TEXT, "order" INTEGER REFERENCES "order");
CREATE TABLE "a b" ("group by" TEXT PRIMARY KEY NOT NULL, "it's" TEXT);
CREATE TABLE "select" (id INTEGER PRIMARY KEY, "where" TEXT NOT NULL DEFAULT 'here');
CREATE VIEW authors AS
  SELECT users.id, users.name, count(*) AS written
  FROM users JOIN posts ON posts.author_id = users.id
  GROUP BY users.id;
