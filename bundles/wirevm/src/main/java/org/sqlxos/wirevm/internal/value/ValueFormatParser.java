package org.sqlxos.wirevm.internal.value;

import java.nio.ByteOrder;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import org.sqlxos.wirevm.internal.document.JsonSection;

/** Makes formats of what a pack says: an object with the key {@code format} and parameters. */
public final class ValueFormatParser {

  private static final Set<Integer> INTEGER_BYTES = Set.of(1, 2, 4, 8);
  private static final Set<Integer> FLOAT_BYTES = Set.of(4, 8);
  private static final Set<Integer> MAC_BYTES = Set.of(6, 8);

  private final JsonSection section;
  private final ByteOrder order;
  private final Endian endian;

  private ValueFormatParser(JsonSection section, ByteOrder order) {
    this.section = section;
    this.order = order;
    endian = Endian.of(order);
  }

  /**
   * Reads a format and ends the section: keys that are not of the format are to be read before.
   *
   * @return empty if there is no such format; a format with faults is harmless, they are noted
   */
  public static Optional<ValueFormat> read(JsonSection section, ByteOrder order) {
    ValueFormatParser parser = new ValueFormatParser(section, order);
    Optional<ValueFormat> format = section.choice("format", Layout.class).map(parser::format);
    if (format.isPresent()) {
      section.end();
    }
    return format;
  }

  /** A table: one row a layout. */
  private ValueFormat format(Layout layout) {
    return switch (layout) {
      case INTEGER -> new IntegerFormat(bytes(INTEGER_BYTES), section.flag("unsigned"), endian);
      case INTEGER_TEXT -> new IntegerTextFormat();
      case BOOLEAN -> new BooleanFormat();
      case BOOLEAN_TEXT ->
          new BooleanTextFormat(section.text("trueText"), section.text("falseText"));
      case FLOAT -> new FloatFormat(bytes(FLOAT_BYTES), endian);
      case FLOAT_TEXT -> new FloatTextFormat();
      case DECIMAL_GROUPS -> new DecimalGroupsFormat(endian);
      case DECIMAL_FLOAT -> new DecimalFloatFormat(endian);
      case DECIMAL_TEXT -> new DecimalTextFormat();
      case TEXT -> new TextFormat();
      case TEXT_OR_BYTES -> new TextOrBytesFormat();
      case HEX -> hex();
      case BYTES -> new BytesFormat();
      case BYTES_HEX_TEXT -> new BytesHexTextFormat();
      case JSON -> json();
      case UUID -> new UuidFormat();
      case NETWORK_ADDRESS -> networkAddress();
      case MAC_ADDRESS -> new MacAddressFormat(bytes(MAC_BYTES));
      case BIT_STRING -> new BitStringFormat(endian);
      case BITS -> new BitsFormat();
      case ARRAY -> array();
      case BIG_INTEGER -> new BigIntegerFormat();
      case SCALED_DECIMAL -> new ScaledDecimalFormat(endian);
      case IP_ADDRESS -> new IpAddressFormat();
      case CENTRED_DATE -> new CentredDateFormat(endian);
      case NANO_TIME -> new NanoTimeFormat(endian);
      case MILLI_TIMESTAMP -> new MilliTimestampFormat(endian);
      case DURATION -> new DurationFormat();
      // What they are made of is told by the server.
      case LIST -> new ListFormat(endian, new BytesFormat());
      case MAP -> new MapFormat(endian, new TextFormat(), new BytesFormat());
      case RECORD -> new RecordFormat(endian, List.of(), List.of());
      case ESCAPED_TEXT -> new EscapedTextFormat();
      case LIST_TEXT -> new ListTextFormat();
      case RANGE -> new RangeFormat(part("bound"), endian);
      case DATE -> new DateFormat(epoch(), endian);
      case TIME -> new TimeFormat(section.flag("zoned"), endian);
      case TIMESTAMP -> new TimestampFormat(epoch(), section.flag("zoned"), endian);
      case MOMENT -> new MomentFormat(endian);
      case INTERVAL -> new IntervalFormat(endian);
      case DATE_TEXT -> new TemporalTextFormat(TemporalPart.DATE);
      case TIME_TEXT -> new TemporalTextFormat(TemporalPart.TIME);
      case TIMESTAMP_TEXT -> new TemporalTextFormat(timestamp());
      case INTERVAL_TEXT -> new IntervalTextFormat();
      case DATE_FIELDS -> new TimestampFieldsFormat(TemporalPart.DATE, endian);
      case TIME_FIELDS -> new TimeFieldsFormat(endian);
      case TIMESTAMP_FIELDS -> new TimestampFieldsFormat(timestamp(), endian);
    };
  }

  private TemporalPart timestamp() {
    return section.flag("zoned") ? TemporalPart.ZONED_TIMESTAMP : TemporalPart.TIMESTAMP;
  }

  private ValueFormat json() {
    boolean check = section.flag("check");
    boolean versioned = section.has("version");
    if (versioned && check) {
      section.fault("check", "not expected where there is a version");
    }
    if (versioned) {
      return JsonFormat.versioned(oneByte("version"));
    }
    return check ? JsonFormat.checked() : JsonFormat.trusted();
  }

  private ValueFormat networkAddress() {
    return new NetworkAddressFormat(
        oneByte("ipv4Family"), oneByte("ipv6Family"), section.flag("network"));
  }

  private ValueFormat array() {
    ValueFormat element = part("element");
    if (element instanceof ArrayFormat) {
      section.fault("element", "no array expected: an array has all dimensions itself");
    }
    return new ArrayFormat(element, section.optionalInteger("elementCode").orElse(0), endian);
  }

  private ValueFormat part(String key) {
    return section.section(key).flatMap(part -> read(part, order)).orElseGet(TextFormat::new);
  }

  private int bytes(Set<Integer> allowed) {
    OptionalInt bytes = section.optionalInteger("bytes");
    if (bytes.isPresent() && allowed.contains(bytes.getAsInt())) {
      return bytes.getAsInt();
    }
    section.fault("bytes", "one of " + new TreeSet<>(allowed) + " expected");
    return allowed.iterator().next();
  }

  private ValueFormat hex() {
    int bytes = section.optionalInteger("bytes").orElse(0);
    if (bytes < 1 || bytes > 64) {
      section.fault("bytes", "1 to 64 expected");
      return new HexFormat(1);
    }
    return new HexFormat(bytes);
  }

  private int oneByte(String key) {
    int value = section.optionalInteger(key).orElse(-1);
    if (value < 0 || value > 0xff) {
      section.fault(key, "a number from 0 to 255 expected");
      return 0;
    }
    return value;
  }

  private LocalDate epoch() {
    try {
      return LocalDate.parse(section.text("epoch"));
    } catch (DateTimeParseException e) {
      section.fault("epoch", "a date such as 1970-01-01 expected");
      return LocalDate.EPOCH;
    }
  }
}
