package org.sqlxos.wirevm.internal.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.sqlxos.problem.api.ProblemException;
import org.sqlxos.wirevm.internal.WireProblem;

/** Whatever a server sends ends in a value or in a coded problem, and is never read beyond. */
class MalformedBytesTest {

  /** In either byte order. */
  private record Pair(ValueFormat big, ValueFormat little) {}

  private static final String[] LAYOUTS = {
    "{\"format\":\"integer\",\"bytes\":1}",
    "{\"format\":\"integer\",\"bytes\":2,\"unsigned\":true}",
    "{\"format\":\"integer\",\"bytes\":4}",
    "{\"format\":\"integer\",\"bytes\":8,\"unsigned\":true}",
    "{\"format\":\"integer-text\"}",
    "{\"format\":\"boolean\"}",
    "{\"format\":\"boolean-text\",\"trueText\":\"t\",\"falseText\":\"f\"}",
    "{\"format\":\"float\",\"bytes\":4}",
    "{\"format\":\"float\",\"bytes\":8}",
    "{\"format\":\"float-text\"}",
    "{\"format\":\"decimal-groups\"}",
    "{\"format\":\"decimal-text\"}",
    "{\"format\":\"text\"}",
    "{\"format\":\"bytes\"}",
    "{\"format\":\"bytes-hex-text\"}",
    "{\"format\":\"json\",\"version\":1}",
    "{\"format\":\"json\",\"check\":true}",
    "{\"format\":\"uuid\"}",
    "{\"format\":\"date\",\"epoch\":\"2000-01-01\"}",
    "{\"format\":\"date-text\"}",
    "{\"format\":\"date-fields\"}",
    "{\"format\":\"time\",\"zoned\":true}",
    "{\"format\":\"time-text\"}",
    "{\"format\":\"time-fields\"}",
    "{\"format\":\"timestamp\",\"epoch\":\"2000-01-01\",\"zoned\":true}",
    "{\"format\":\"timestamp-text\",\"zoned\":true}",
    "{\"format\":\"timestamp-fields\"}",
    "{\"format\":\"interval\"}",
    "{\"format\":\"interval-text\"}",
    "{\"format\":\"network-address\",\"ipv4Family\":2,\"ipv6Family\":3}",
    "{\"format\":\"mac-address\",\"bytes\":6}",
    "{\"format\":\"bit-string\"}",
    "{\"format\":\"bits\"}",
    "{\"format\":\"array\",\"element\":{\"format\":\"decimal-groups\"}}",
    "{\"format\":\"range\",\"bound\":{\"format\":\"integer\",\"bytes\":4}}"
  };

  private static final List<Pair> FORMATS =
      Stream.of(LAYOUTS).map(json -> new Pair(Formats.big(json), Formats.little(json))).toList();

  @Provide
  Arbitrary<Pair> formats() {
    return Arbitraries.of(FORMATS);
  }

  /** Small bytes are frequent: counts and lengths are made of them. */
  @Provide
  Arbitrary<byte[]> contents() {
    Arbitrary<Byte> any = Arbitraries.bytes();
    Arbitrary<Byte> small = Arbitraries.bytes().between((byte) -1, (byte) 5);
    Arbitrary<Byte> written =
        Arbitraries.of("0123456789-+.: eEINftxBCdaysmon".chars().mapToObj(c -> (byte) c).toList());
    Arbitrary<Byte> one = Arbitraries.oneOf(any, small, small, written);
    Arbitrary<byte[]> mixed = one.array(byte[].class).ofMaxSize(40);
    return Arbitraries.oneOf(
        mixed, small.array(byte[].class).ofMaxSize(40), written.array(byte[].class).ofMaxSize(30));
  }

  @Property(tries = 20_000)
  void endInAValueOrInACodedProblem(
      @ForAll("formats") Pair formats, @ForAll("contents") byte[] bytes) {
    assertSound(formats.big(), bytes);
    assertSound(formats.little(), bytes);
  }

  private static void assertSound(ValueFormat format, byte[] bytes) {
    try {
      // An array that ends with the value: a look beyond would be noticed.
      assertNotNull(Formats.exactly(format, bytes));
    } catch (ProblemException e) {
      assertEquals(WireProblem.MALFORMED, e.problem().code());
    }
  }
}
