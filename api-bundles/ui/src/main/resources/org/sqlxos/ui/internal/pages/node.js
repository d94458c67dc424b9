// What the node serves, as the pages need it.
"use strict";

const node = {
  // The answer as JSON; an error says what was answered instead.
  async json(path) {
    const answer = await fetch(path, { headers: { Accept: "application/json" } });
    if (!answer.ok) {
      const problem = await answer.json().catch(() => ({}));
      throw new Error(problem.detail || problem.title || `${path} answered ${answer.status}`);
    }
    return answer.json();
  },

  // The databases: name, where their API is, where their OpenAPI document is. With one database /api lists its
  // relations, with several it lists them.
  async databases() {
    const index = await node.json("/api");
    const entries = index.databases || (index.relations ? null : index.data);
    const several = Array.isArray(entries)
      && !index.openapi && entries.length > 0 && entries.every((entry) => entry.kind === undefined);
    if (!several) {
      return [{ name: "", base: "/api", openapi: index.openapi || "/api/openapi.json", index }];
    }
    return entries.map((entry) => {
      const base = entry.href || `/api/${encodeURIComponent(entry.name)}`;
      return { name: entry.name, base, openapi: entry.openapi || `${base}/openapi.json`, index: null };
    });
  },

  async relations(database) {
    const index = database.index || await node.json(database.base);
    return (index.relations || index.data || []).map((entry) => ({
      name: entry.name,
      kind: entry.kind || "table",
      href: entry.href || `${database.base}/${encodeURIComponent(entry.name)}`,
      key: entry.key || [],
      relationships: entry.relationships || null,
    }));
  },
};
