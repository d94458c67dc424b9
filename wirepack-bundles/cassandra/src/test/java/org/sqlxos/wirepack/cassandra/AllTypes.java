package org.sqlxos.wirepack.cassandra;

/** A table with a column of every type. */
final class AllTypes {

  static final String[] DEFINITIONS = {
    "CREATE TYPE address (street text, number int, tags set<text>)",
    "CREATE TABLE types (id int PRIMARY KEY, a ascii, bi bigint, bl blob, bo boolean, de decimal,"
        + " d double, f float, i inet, si smallint, ti tinyint, ts timestamp, tm time, da date,"
        + " u uuid, tu timeuuid, vi varint, du duration, l list<int>, s set<text>,"
        + " m map<text, int>, tp tuple<int, text>, ad frozen<address>,"
        + " fl frozen<list<frozen<map<int, text>>>>)"
  };

  static final String ROW =
      "INSERT INTO types (id, a, bi, bl, bo, de, d, f, i, si, ti, ts, tm, da, u, tu, vi, du, l, s,"
          + " m, tp, ad, fl) VALUES (1, 'a', -9, 0xcafe, true, -1234.5670, 1.5, 0.1,"
          + " '2001:db8::1', -3, -4, '2026-01-02T03:04:05.678Z', '03:04:05.123456789',"
          + " '1969-12-31', 123e4567-e89b-12d3-a456-426614174000,"
          + " 50554d6e-29bb-11e5-b345-feff819cdc9f, -123456789012345678901234567890,"
          + " -1y2mo3d4h5m6s7ns, [1, 2], {'x', 'y'}, {'k': 1}, (7, null),"
          + " {street: 'S', number: 5}, [{1: 'a'}])";

  private AllTypes() {}
}
