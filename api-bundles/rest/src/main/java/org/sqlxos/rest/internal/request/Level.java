package org.sqlxos.rest.internal.request;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sqlxos.catalog.api.Column;
import org.sqlxos.catalog.api.Relation;
import org.sqlxos.operation.api.Filter;
import org.sqlxos.operation.api.Selected;

/** The rows of one relation while the parameters about them are read, and what is inside them. */
final class Level {

  /**
   * Related rows inside these.
   *
   * @param required whether rows without any are left out
   */
  record Inside(RelatedName way, Level level, boolean required) {}

  private final Relation relation;
  private final List<String> names = new ArrayList<>();
  private final List<Object> parts = new ArrayList<>();
  private final Map<String, Inside> insides = new LinkedHashMap<>();
  private final Map<String, String> single = new HashMap<>();
  private final List<Filter> filters = new ArrayList<>();
  private final List<Filter> having = new ArrayList<>();

  Level(Relation relation) {
    this.relation = relation;
  }

  Relation relation() {
    return relation;
  }

  /** Adds a column or an aggregate. */
  void add(Selected selected) {
    name(selected.name());
    parts.add(selected);
  }

  void add(String name, Inside inside) {
    name(name);
    parts.add(inside);
    insides.put(name, inside);
  }

  void addAll() {
    for (Column column : relation.columns()) {
      add(new Selected.Field(column.name(), column.name()));
    }
  }

  private void name(String name) {
    if (names.contains(name)) {
      throw RestProblem.PARAMETER_REPEATED.problem(
          "parameter \"select\" has %s more than once".formatted(Names.quote(name)),
          "give one of them another name: other:" + name);
    }
    names.add(name);
  }

  void add(Filter filter) {
    filters.add(filter);
  }

  /** A condition on groups. */
  void addHaving(Filter filter) {
    having.add(filter);
  }

  /** Whether the answer has an aggregate of this name. */
  boolean aggregates(String name) {
    return parts.stream()
        .anyMatch(part -> part instanceof Selected.Aggregate found && found.name().equals(name));
  }

  Filter having() {
    return all(having);
  }

  private static Filter all(List<Filter> filters) {
    return switch (filters.size()) {
      case 0 -> Filter.EVERYTHING;
      case 1 -> filters.getFirst();
      default -> new Filter.And(filters);
    };
  }

  /** Keeps a parameter that may be there once. */
  void once(String name, Parameter parameter) {
    if (single.put(name, parameter.value()) != null) {
      throw RestProblem.PARAMETER_REPEATED.problem(
          "parameter %s is given more than once".formatted(Names.quote(parameter.name())));
    }
  }

  @Nullable String single(String name) {
    return single.get(name);
  }

  /** What a parameter's name leads to: {@code posts} of {@code posts.title}. */
  Optional<Map.Entry<String, Inside>> insideOf(String parameter) {
    for (Map.Entry<String, Inside> inside : insides.entrySet()) {
      String name = inside.getKey();
      if (parameter.length() > name.length()
          && parameter.startsWith(name)
          && parameter.charAt(name.length()) == '.') {
        return Optional.of(inside);
      }
    }
    return Optional.empty();
  }

  boolean grouped() {
    return parts.stream().anyMatch(Selected.Aggregate.class::isInstance);
  }

  /** Whether the answer has something of this name. */
  boolean answers(String name) {
    return names.contains(name);
  }

  List<String> names() {
    return List.copyOf(names);
  }

  /** The filter, with what is demanded of rows inside. */
  Filter filter() {
    List<Filter> all = new ArrayList<>(filters);
    for (Inside inside : insides.values()) {
      if (inside.required()) {
        all.add(inside.way().related(inside.level().filter()));
      }
    }
    return all(all);
  }

  /** What the parameters say, in order; {@code embed} makes what is said of rows inside. */
  List<Selected> selection(Embedding embed) {
    List<Selected> selection = new ArrayList<>(parts.size());
    for (int i = 0; i < parts.size(); i++) {
      Object part = parts.get(i);
      selection.add(
          part instanceof Inside inside ? embed.of(names.get(i), inside) : (Selected) part);
    }
    return selection;
  }

  /** Makes the selection's part of what is inside. */
  @FunctionalInterface
  interface Embedding {
    Selected of(String name, Inside inside);
  }
}
