package org.sqlxos.catalog.api;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A database as it was at one moment. An operation keeps the snapshot it began with.
 *
 * <p>A class, not a record: it owns the look-up tables by name that every request needs.
 */
public final class CatalogSnapshot {

  private final Database database;
  private final String fingerprint;
  private final Instant takenAt;
  private final Map<RelationName, Relation> relations = new LinkedHashMap<>();
  private final Map<RelationName, Map<String, Relationship>> relationships = new LinkedHashMap<>();
  private final Map<RelationName, Rights> rights;
  private final Optional<CatalogSnapshot> origin;

  /**
   * @param fingerprint equal exactly when the two databases are equal, whatever the time
   * @param relationships all of them, both directions of each foreign key
   */
  public CatalogSnapshot(
      Database database, String fingerprint, Instant takenAt, List<Relationship> relationships) {
    this(database, fingerprint, takenAt, relationships, Map.of(), Optional.empty());
  }

  private CatalogSnapshot(
      Database database,
      String fingerprint,
      Instant takenAt,
      List<Relationship> relationships,
      Map<RelationName, Rights> rights,
      Optional<CatalogSnapshot> origin) {
    this.database = database;
    this.fingerprint = fingerprint;
    this.takenAt = takenAt;
    this.rights = Map.copyOf(rights);
    this.origin = origin;
    for (Schema schema : database.schemas()) {
      for (Relation relation : schema.relations()) {
        relations.put(relation.name(), relation);
      }
    }
    for (Relationship relationship : relationships) {
      this.relationships
          .computeIfAbsent(relationship.from(), ignored -> new LinkedHashMap<>())
          .put(relationship.name(), relationship);
    }
  }

  public Database database() {
    return database;
  }

  /** Changes exactly when the schema changes; fit for caches and ETags. */
  public String fingerprint() {
    return fingerprint;
  }

  public Instant takenAt() {
    return takenAt;
  }

  /** All relations, by schema and name. */
  public Collection<Relation> relations() {
    return java.util.Collections.unmodifiableCollection(relations.values());
  }

  public Optional<Relation> relation(RelationName name) {
    return Optional.ofNullable(relations.get(name));
  }

  /**
   * A relation by the name it has in paths: {@code name} in the default schema, else {@code
   * schema.name}.
   */
  public Optional<Relation> relation(String pathName) {
    Relation found = relations.get(new RelationName(database.defaultSchema(), pathName));
    int dot = pathName.indexOf('.');
    if (found == null && dot > 0) {
      found =
          relations.get(new RelationName(pathName.substring(0, dot), pathName.substring(dot + 1)));
    }
    return Optional.ofNullable(found);
  }

  /** The name that {@link #relation(String)} finds it by. */
  public String pathName(RelationName name) {
    return name.schema().equals(database.defaultSchema()) ? name.name() : name.toString();
  }

  /** All functions and procedures, by schema and name. */
  public List<Routine> routines() {
    return database.schemas().stream().flatMap(schema -> schema.routines().stream()).toList();
  }

  /** Those of a name, which is as in {@link #relation(String)}. */
  public List<Routine> routines(String pathName) {
    return routines().stream()
        .filter(routine -> pathName(routine.name()).equals(pathName))
        .toList();
  }

  /** The relationships that start at a relation, in a stable order. */
  public Collection<Relationship> relationships(RelationName from) {
    return java.util.Collections.unmodifiableCollection(
        relationships.getOrDefault(from, Map.of()).values());
  }

  public Optional<Relationship> relationship(RelationName from, String name) {
    return Optional.ofNullable(relationships.getOrDefault(from, Map.of()).get(name));
  }

  /**
   * A part of this snapshot, as somebody sees it who may not see or do everything.
   *
   * @param database with the relations and columns that are seen
   * @param fingerprint equal exactly when the parts are equal
   * @param rights what may be done with each of the relations
   */
  public CatalogSnapshot part(
      Database database,
      String fingerprint,
      List<Relationship> relationships,
      Map<RelationName, Rights> rights) {
    return new CatalogSnapshot(
        database, fingerprint, takenAt, relationships, rights, Optional.of(whole()));
  }

  /** The snapshot that this is a part of; itself if it is none. */
  public CatalogSnapshot whole() {
    return origin.orElse(this);
  }

  /** Whether the one who sees this snapshot may do this with a relation of it. */
  public boolean permits(RelationName relation, Permission permission) {
    Rights given = rights.get(relation);
    return origin.isEmpty() || given != null && given.permit(permission);
  }

  /** Whether the one who sees this snapshot may read the key of every row of a relation. */
  public boolean permitsEveryRow(RelationName relation) {
    Rights given = rights.get(relation);
    return origin.isEmpty() || given != null && given.everyRow();
  }

  /** Whether the one who sees this snapshot may do this with a column of it. */
  public boolean permits(RelationName relation, Permission permission, String column) {
    Rights given = rights.get(relation);
    return origin.isEmpty() || given != null && given.permit(permission, column);
  }
}
