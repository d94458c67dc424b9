-- The rows that each REST test begins with.
BEGIN IMMEDIATE;
DELETE FROM payments;
DELETE FROM memberships;
DELETE FROM comments;
DELETE FROM posts;
DELETE FROM users;
DELETE FROM readings;
DELETE FROM tags;
DELETE FROM journal;
DELETE FROM "Größe";
DELETE FROM "order";
DELETE FROM "a b";
DELETE FROM "select";
INSERT INTO users (id, name, email, age, role, score, born, active, manager_id) VALUES
  (1, 'Ada', 'ada@example.org', 36, 'editor', 9.75, '1815-12-10', 1, NULL),
  (2, 'Grace', 'grace@example.org', 85, 'writer', 7.5, '1906-12-09', 1, 1),
  (3, 'Alan', 'alan@example.org', 41, 'writer', NULL, '1912-06-23', 0, 1),
  (4, 'Edsger', 'edsger@example.org', NULL, 'reader', -3.25, NULL, 1, 2),
  (5, 'Åsa*%_', 'asa@example.org', 36, 'reader', 0, '2000-02-29', 1, NULL);
INSERT INTO posts (id, author_id, editor_id, title, likes) VALUES
  (1, 1, NULL, 'Notes', 30),
  (2, 2, 1, 'Compilers', 20),
  (3, 2, 3, 'Nanoseconds', 10),
  (4, 3, 1, 'Machines', 20);
INSERT INTO comments (id, post_id, text) VALUES (1, 1, 'first'), (2, 1, 'second'), (3, 2, 'third');
INSERT INTO memberships (club, number, member_id, since) VALUES
  ('chess', 1, 1, '2020-01-01'),
  ('chess', 2, 2, '2021-01-01'),
  ('go/baduk, weekly', 1, 3, NULL);
INSERT INTO payments (id, club, number, cents) VALUES (1, 'chess', 1, 500), (2, 'chess', 1, 700);
INSERT INTO readings (id, sensor, value, raw, note) VALUES
  (1, 'north', 1.5, x'00ff', 'text'), (2, 'south', NULL, NULL, 7);
INSERT INTO tags (name, rank) VALUES
  ('a/b', 1), ('c,d', 2), ('grün 名前 🦉', 3), ('100% "sure"', 4), ('', 5), ('..', 6), ('new', 7);
INSERT INTO journal (message) VALUES ('one'), ('two');
INSERT INTO "order" ("select", "Größe", "a b", "page", "x.y", "quo""te", "%2F", "from; DROP TABLE users --")
  VALUES (1, 'groß', 'spaced', 7, 'dotted', 'quoted', 'encoded', 'injected'), (2, 'klein', '', 8, NULL, NULL, NULL, NULL);
INSERT INTO "Größe" (id, "naïve 名前 🦉", "order") VALUES (1, 'owl', 1);
INSERT INTO "a b" ("group by", "it's") VALUES ('k', 'v');
INSERT INTO "select" (id) VALUES (1);
COMMIT;
