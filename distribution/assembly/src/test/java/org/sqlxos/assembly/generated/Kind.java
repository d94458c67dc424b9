package org.sqlxos.assembly.generated;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigDecimal;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Random;

/** The ways in which values are made, sent, answered and stored. */
public enum Kind {
  INTEGER {
    @Override
    JsonNode value(Random random, int size) {
      long most = size == 64 ? Long.MAX_VALUE : (1L << (size - 1)) - 1;
      return switch (random.nextInt(6)) {
        case 0 -> JSON.numberNode(most);
        case 1 -> JSON.numberNode(-most - 1);
        case 2 -> JSON.numberNode(0L);
        default -> JSON.numberNode(random.nextLong() % most);
      };
    }
  },
  DECIMAL {
    @Override
    JsonNode value(Random random, int size) {
      int scale = Math.min(size, 4);
      long digits = random.nextLong() % (long) Math.pow(10, size);
      return JSON.numberNode(BigDecimal.valueOf(digits, scale));
    }
  },
  FLOAT {
    @Override
    JsonNode value(Random random, int size) {
      double[] edges = {0.0, 0.1, -1.5, 1e300, 5e-324, 3.0, Double.MAX_VALUE, 1.0 / 3};
      return JSON.numberNode(
          random.nextBoolean() ? edges[random.nextInt(edges.length)] : random.nextGaussian());
    }
  },
  BOOLEAN {
    @Override
    JsonNode value(Random random, int size) {
      return JSON.booleanNode(random.nextBoolean());
    }

    @Override
    public boolean stored(JsonNode sent, String text) {
      return text.equals(sent.asBoolean() ? "1" : "0");
    }
  },
  TEXT {
    @Override
    JsonNode value(Random random, int size) {
      return JSON.textNode(Words.text(random, size));
    }
  },
  BYTES {
    @Override
    JsonNode value(Random random, int size) {
      byte[] octets = new byte[random.nextInt(size + 1)];
      random.nextBytes(octets);
      return JSON.textNode(Base64.getEncoder().encodeToString(octets));
    }

    @Override
    public boolean stored(JsonNode sent, String text) {
      return text.equals(
          HexFormat.of().withUpperCase().formatHex(Base64.getDecoder().decode(sent.asText())));
    }
  },
  DATE {
    @Override
    JsonNode value(Random random, int size) {
      return JSON.textNode(Words.date(random));
    }
  },
  TIME {
    @Override
    JsonNode value(Random random, int size) {
      return JSON.textNode(Words.time(random));
    }
  },
  TIMESTAMP {
    @Override
    JsonNode value(Random random, int size) {
      return JSON.textNode(Words.date(random) + "T" + Words.time(random));
    }

    @Override
    public boolean stored(JsonNode sent, String text) {
      return text.equals(sent.asText().replace('T', ' '));
    }
  },
  TIMESTAMPTZ {
    @Override
    JsonNode value(Random random, int size) {
      return JSON.textNode(Words.date(random) + "T" + Words.time(random) + "Z");
    }

    @Override
    public boolean stored(JsonNode sent, String text) {
      return text.equals(sent.asText().replace('T', ' ').replace("Z", "+00:00"));
    }
  },
  UUID {
    @Override
    JsonNode value(Random random, int size) {
      return JSON.textNode(new java.util.UUID(random.nextLong(), random.nextLong()).toString());
    }
  },
  INTERVAL {
    @Override
    JsonNode value(Random random, int size) {
      return JSON.textNode("P%dDT%dH".formatted(1 + random.nextInt(500), 1 + random.nextInt(23)));
    }
  },
  DOCUMENT {
    @Override
    JsonNode value(Random random, int size) {
      return Words.document(random, 3);
    }

    @Override
    public boolean stored(JsonNode sent, String text) {
      return same(sent, parsed(text));
    }
  },
  LIST {
    @Override
    JsonNode value(Random random, int size) {
      var list = JSON.arrayNode();
      for (int i = random.nextInt(4); i > 0; i--) {
        list.add(Words.text(random, 5));
      }
      return list;
    }

    @Override
    public boolean stored(JsonNode sent, String text) {
      return same(sent, parsed(text));
    }
  },
  ANY {
    @Override
    JsonNode value(Random random, int size) {
      return (random.nextBoolean() ? TEXT : INTEGER).value(random, size);
    }
  };

  private static final JsonNodeFactory JSON = JsonNodeFactory.withExactBigDecimals(true);
  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** A value that a column of this kind and size takes. */
  abstract JsonNode value(Random random, int size);

  /** Whether an answer has the value that was sent: equal, as numbers or as it is. */
  public boolean same(JsonNode sent, JsonNode answered) {
    return sent.equals(
        (one, other) ->
            one.isNumber() && other.isNumber()
                ? one.decimalValue().compareTo(other.decimalValue())
                : one.equals(other) ? 0 : 1,
        answered);
  }

  /** Whether this is what another program reads, as text or hexadecimal digits. */
  public boolean stored(JsonNode sent, String text) {
    return sent.isNumber()
        ? Double.parseDouble(text) == sent.doubleValue()
        : text.equals(sent.asText());
  }

  private static JsonNode parsed(String text) {
    try {
      return MAPPER.readTree(text);
    } catch (JsonProcessingException e) {
      throw new AssertionError("no JSON is stored: " + text, e);
    }
  }
}
