package org.sqlxos.assembly;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.sqlxos.assembly.Problems.assertProblem;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The query language of filters: which rows each operator finds. */
@ExtendWith(Library.class)
class RestFilterIT {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "id=eq.2 | 2",
        "id=eq.9223372036854775807 | ''",
        "name=eq.Ada | 1",
        "name=eq.ada | ''",
        "name=eq. | ''",
        "name=eq.Åsa*%_ | 5",
        "age=ne.36 | 2,3",
        "age=lt.41 | 1,5",
        "age=lte.41 | 1,3,5",
        "age=gt.41 | 2",
        "age=gte.41 | 2,3",
        "age=gte.18&age=lt.65 | 1,3,5",
        "age=eq.36&role=eq.editor | 1",
        "age=not.eq.36 | 2,3",
        "age=not.lt.41 | 2,3",
        "role=in.(editor,reader) | 1,4,5",
        "role=not.in.(editor,reader) | 2,3",
        "role=in.() | ''",
        "id=in.(1,3,99) | 1,3",
        "name=in.(\"Ada\",\"Åsa*%_\") | 1,5",
        "name=like.A* | 1,3",
        "name=like.a* | ''",
        "name=ilike.a* | 1,3",
        "name=ilike.*DS* | 4",
        "name=like.*%_ | 5",
        "name=like._da | ''",
        "name=like.[A]da | ''",
        "name=like.?da | ''",
        "name=like.Ada | 1",
        "name=like.* | 1,2,3,4,5",
        "name=not.like.A* | 2,4,5",
        "age=is.null | 4",
        "age=is.notnull | 1,2,3,5",
        "age=not.is.null | 1,2,3,5",
        "score=is.null | 3",
        "active=eq.false | 3",
        "active=eq.true&age=gt.40 | 2",
        "score=eq.9.75 | 1",
        "score=eq.7.50 | 2",
        "score=lt.0 | 4",
        "score=gte.-3.25&score=lte.0 | 4,5",
        "born=gte.1910-01-01 | 3,5",
        "born=eq.2000-02-29 | 5",
        "seen_at=eq.2026-01-02T03:04:05 | 1,2,3,4,5",
        "seen_at=gt.2026-01-02T03:04:05 | ''",
        "shout=eq.GRACE | 2",
        "manager_id=eq.1 | 2,3",
        "or=(name.eq.Ada,age.gt.80) | 1,2",
        "and=(age.gte.36,age.lt.85) | 1,3,5",
        "or=(age.is.null,and(role.eq.writer,not.or(name.eq.Alan,id.eq.99))) | 2,4",
        "and=(not.and(id.gt.1,id.lt.5)) | 1,5",
        "or=(id.in.(1,2),name.in.(\"Alan\")) | 1,2,3",
        "or=(name.not.like.A*,id.eq.1) | 1,2,4,5",
        "or=(name.eq.\"Ada\",name.eq.\"a,b(c)\\\"d\") | 1",
        "or=(id.eq.1,id.eq.2)&or=(id.eq.2,id.eq.3) | 2",
        "email=eq.ada@example.org | 1",
      })
  void aFilterFindsTheRowsItIsTrueOf(String query, String ids, Http http) {
    assertEquals(ids == null ? "" : ids, ids(http, query));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "name=Ada | SQLX124",
        "name= | SQLX124",
        "name=eq | SQLX124",
        "name=equals.Ada | SQLX124",
        "name=EQ.Ada | SQLX124",
        "name=.Ada | SQLX124",
        "name=not.not.eq.Ada | SQLX124",
        "age=is.nil | SQLX125",
        "age=is.null.x | SQLX125",
        "id=in.1,2 | SQLX125",
        "id=in.(1,2 | SQLX125",
        "id=in.(1,2)x | SQLX125",
        "name=in.(\"Ada) | SQLX125",
        "or=id.eq.1 | SQLX125",
        "or=() | SQLX125",
        "or=(id.eq.1 | SQLX125",
        "or=(id.eq.1)) | SQLX125",
        "or=(id) | SQLX125",
        "or=(,id.eq.1) | SQLX125",
        "and=(nobody.eq.1) | SQLX123",
        "nobody=eq.1 | SQLX120",
        "ID=eq.1 | SQLX120",
      })
  void aFilterThatMakesNoSenseIsRefused(String query, String code, Http http) {
    assertProblem(400, code, http.get("/api/users?" + encoded(query)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "age=eq.old",
        "id=in.(1,two)",
        "born=gt.yesterday",
        "score=lt.much",
        "active=eq.perhaps",
        "or=(age.eq.old)",
      })
  void aValueThatTheColumnCannotHaveIsRefused(String query, Http http) {
    assertProblem(400, http.get("/api/users?" + encoded(query)));
  }

  @Test
  void aPlusIsASpace(Http http) {
    assertEquals(1, http.get("/api/order?" + "a+b=eq.spaced").json().at("/data").size());
    assertEquals(0, http.get("/api/users?name=eq.A+da").json().at("/data").size());
  }

  @Test
  void theSameFilterMayStandTwice(Http http) {
    assertEquals("1", ids(http, "id=eq.1&id=eq.1"));
    assertEquals("", ids(http, "id=eq.1&id=eq.2"));
  }

  @Test
  void aHundredConditionsAreAllowedAndNotOneMore(Http http) {
    String hundred =
        IntStream.range(0, 100).mapToObj(i -> "id=gte.0").collect(Collectors.joining("&"));

    assertEquals("1,2,3,4,5", ids(http, hundred));
    assertProblem(400, "SQLX126", http.get("/api/users?" + hundred + "&id=gte.0"));
  }

  @Test
  void tenGroupsInsideEachOtherAreAllowedAndNotOneMore(Http http) {
    assertEquals("1", ids(http, "and=" + "(and".repeat(9) + "(id.eq.1)" + ")".repeat(9)));
    assertProblem(
        400,
        "SQLX127",
        http.get("/api/users?and=" + "(and".repeat(10) + "(id.eq.1)" + ")".repeat(10)));
  }

  @Test
  void aListOfValuesIsOneCondition(Http http) {
    String many =
        IntStream.range(1, 2_001).mapToObj(String::valueOf).collect(Collectors.joining(","));

    assertEquals("1,2,3,4,5", ids(http, "id=in.(" + many + ")"));
  }

  private static String ids(Http http, String query) {
    Http.Answer answer = http.get("/api/users?sort=id&" + encoded(query));
    assertEquals(200, answer.status(), answer::toString);
    List<String> ids = new ArrayList<>();
    for (JsonNode row : answer.json().at("/data")) {
      ids.add(row.path("id").asText());
    }
    assertEquals(ids.size(), answer.json().at("/pagination/total").asInt());
    return String.join(",", ids);
  }

  /** Encodes names and values, not what separates them. */
  private static String encoded(String query) {
    return List.of(query.split("&", -1)).stream()
        .map(part -> part.split("=", 2))
        .map(part -> Http.encode(part[0]) + "=" + Http.encode(part[1]))
        .collect(Collectors.joining("&"));
  }
}
