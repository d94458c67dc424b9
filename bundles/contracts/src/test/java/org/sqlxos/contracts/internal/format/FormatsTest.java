package org.sqlxos.contracts.internal.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sqlxos.catalog.api.Column;
import org.sqlxos.catalog.api.RelationName;
import org.sqlxos.catalog.api.View;
import org.sqlxos.problem.api.ProblemException;
import org.sqlxos.type.api.UniversalType;
import org.sqlxos.type.api.UniversalType.IntegerType;

class FormatsTest {

  private static Optional<Format> format(Formats formats, UniversalType type, String name) {
    Column column =
        new Column(name, type, "", true, Column.Origin.STORED, Optional.empty(), Optional.empty());
    return formats.of(
        new View(
            new RelationName("shop", "users"), List.of(column), Optional.empty(), Optional.empty()),
        column);
  }

  private static Optional<Format> guessed(String name) {
    return format(Formats.read(true, new String[0]), UniversalType.TEXT, name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "email",
        "Email",
        "E_MAIL",
        "e-mail",
        "billing_email",
        "userEmail",
        "mail",
        "email_address"
      })
  void takesTheseNamesForAddressesOfMail(String name) {
    assertEquals(Optional.of(Format.EMAIL), guessed(name));
  }

  @ParameterizedTest
  @ValueSource(strings = {"url", "homepageUrl", "image_url", "website", "HOMEPAGE"})
  void takesTheseNamesForUrls(String name) {
    assertEquals(Optional.of(Format.URL), guessed(name));
  }

  @ParameterizedTest
  @ValueSource(strings = {"email_sent", "urls", "name", "curl", "mail_text", "email_hash", ""})
  void takesTheseNamesForNothing(String name) {
    assertEquals(Optional.empty(), guessed(name));
  }

  @Test
  void nothingIsAskedByDefaultNorOfOtherTypes() {
    assertEquals(Optional.empty(), format(Formats.NONE, UniversalType.TEXT, "email"));
    assertEquals(
        Optional.empty(), format(Formats.read(true, new String[0]), new IntegerType(32), "email"));
  }

  @Test
  void theConfigurationCountsMoreThanTheName() {
    Formats formats =
        Formats.read(true, new String[] {"users.contact = email", "shop.users.email=none"});
    assertEquals(Optional.of(Format.EMAIL), format(formats, UniversalType.TEXT, "contact"));
    assertEquals(Optional.empty(), format(formats, UniversalType.TEXT, "email"));
    assertEquals(Optional.of(Format.URL), format(formats, UniversalType.TEXT, "url"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"users.contact", "contact=email", "users.contact=mail", "=url", ""})
  void refusesWhatItCannotRead(String entry) {
    assertThrows(ProblemException.class, () -> Formats.read(false, new String[] {entry}));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a@b",
        "first.last+tag@mail.example.org",
        "o'neil@example.org",
        "jörg@bücher.example",
        "用户@例え.jp"
      })
  void takesAddressesAsPeopleWriteThem(String text) {
    assertTrue(Format.EMAIL.fits(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a",
        "@b",
        "a@",
        "a b@c",
        "a@b c",
        "a@@b",
        ".a@b",
        "a.@b",
        "a..b@c",
        "a@-b",
        "a@b-",
        "a@b..c",
        "a@b.",
        "<a@b>",
        "a@b\n",
        "a,b@c",
        "mailto:a@b"
      })
  void refusesWhatIsNoAddress(String text) {
    assertFalse(Format.EMAIL.fits(text));
    assertFalse(Format.EMAIL.fits("a".repeat(65) + "@b"));
    assertFalse(Format.EMAIL.fits("a@" + "b.".repeat(130) + "c"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://a",
        "HTTPS://example.org:8443/a?b=c#d",
        "https://bücher.example/ß",
        "http://[::1]/",
        "https://u@h/"
      })
  void takesAbsoluteUrls(String text) {
    assertTrue(Format.URL.fits(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "example.org",
        "/a",
        "//a/b",
        "ftp://a",
        "javascript:alert(1)",
        "http:",
        "http:a",
        "http://",
        "http:///a",
        "http://a b",
        "http://a/%zz",
        " http://a"
      })
  void refusesWhatIsNoAbsoluteUrl(String text) {
    assertFalse(Format.URL.fits(text));
  }

  @Property(tries = 300)
  void anyTextIsAnswered(@ForAll String text) {
    for (Format format : Format.values()) {
      assertEquals(format.fits(text), format.fits(text));
      assertFalse(format.fits(text + ' '));
    }
  }
}
