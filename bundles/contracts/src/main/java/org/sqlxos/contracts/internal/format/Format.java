package org.sqlxos.contracts.internal.format;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What a text may have to look like. Looks are all: whether anybody reads mail there, or a server
 * answers, is not asked.
 */
public enum Format {
  /**
   * An address of mail as people write it: RFC 5321 without quoted parts, RFC 6531 with letters.
   */
  EMAIL("an e-mail address expected, like name@example.org", "e?mail", "e mail", "email address") {
    @Override
    public boolean fits(String text) {
      int at = text.lastIndexOf('@');
      return text.length() <= LONGEST_ADDRESS
          && at > 0
          && at <= LONGEST_LOCAL_PART
          && LOCAL_PART.matcher(text.substring(0, at)).matches()
          && HOST.matcher(text.substring(at + 1)).matches();
    }
  },
  /** An absolute address of the web, RFC 3986. */
  URL("an absolute URL expected, like https://example.org/", "url", "website", "homepage") {
    @Override
    public boolean fits(String text) {
      try {
        URI uri = new URI(text);
        String scheme = uri.getScheme();
        return scheme != null
            && SCHEMES.contains(scheme.toLowerCase(Locale.ROOT))
            && uri.getRawAuthority() != null
            && !uri.getRawAuthority().isEmpty();
      } catch (URISyntaxException e) {
        return false;
      }
    }
  };

  private static final int LONGEST_ADDRESS = 254;
  private static final int LONGEST_LOCAL_PART = 64;
  private static final List<String> SCHEMES = List.of("http", "https");

  // Possessive throughout: no text takes longer than it is long.
  private static final Pattern LOCAL_PART =
      Pattern.compile(
          "[\\p{L}\\p{M}\\p{N}!#$%&'*+/=?^_`{|}~-]++(?:\\.[\\p{L}\\p{M}\\p{N}!#$%&'*+/=?^_`{|}~-]++)*+");
  private static final Pattern HOST =
      Pattern.compile(
          "(?!-)[\\p{L}\\p{M}\\p{N}-]{1,63}+(?<!-)(?:\\.(?!-)[\\p{L}\\p{M}\\p{N}-]{1,63}+(?<!-))*+");

  private final String expected;
  private final List<Pattern> names;

  Format(String expected, String... names) {
    this.expected = expected;
    this.names = List.of(names).stream().map(name -> Pattern.compile("(?:.* )?" + name)).toList();
  }

  /** Whether a text looks so. */
  public abstract boolean fits(String text);

  /** For a violation. */
  public String expected() {
    return expected;
  }

  /**
   * Whether a column of this name promises it.
   *
   * @param words of the name in lower case, with spaces between them
   */
  boolean promisedBy(String words) {
    return names.stream().anyMatch(name -> name.matcher(words).matches());
  }
}
