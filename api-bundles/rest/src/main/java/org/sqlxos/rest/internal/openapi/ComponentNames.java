package org.sqlxos.rest.internal.openapi;

/**
 * Names of components, made of names of relations. A component's name is letters, digits, dots,
 * hyphens and underscores; a relation's can be anything.
 *
 * <p>A dot is doubled, any other illegal character becomes its hexadecimal code between dots. So no
 * two relations meet, and a single dot followed by a letter beyond f is free for our own use:
 * {@code orders.insert}.
 */
final class ComponentNames {

  /** The schema of problem documents. Those of relations have a suffix. */
  static final String PROBLEM = "Problem";

  private ComponentNames() {}

  static String row(String relation) {
    return escape(relation) + ".row";
  }

  static String insert(String relation) {
    return escape(relation) + ".insert";
  }

  static String replace(String relation) {
    return escape(relation) + ".replace";
  }

  static String patch(String relation) {
    return escape(relation) + ".patch";
  }

  /** The id of what a verb does to a relation. */
  static String operation(String verb, String relation) {
    return verb + '_' + escape(relation);
  }

  /** The id of what a verb does along a relationship. */
  static String operation(String verb, String relation, String relationship) {
    return operation(verb, relation) + ".to." + escape(relationship);
  }

  /** Distinct names give distinct results. */
  static String escape(String name) {
    StringBuilder out = new StringBuilder(name.length() + 8);
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c == '.') {
        out.append("..");
      } else if (legal(c)) {
        out.append(c);
      } else {
        out.append('.').append(Integer.toHexString(c)).append('.');
      }
    }
    return out.toString();
  }

  private static boolean legal(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || c == '-'
        || c == '_';
  }
}
