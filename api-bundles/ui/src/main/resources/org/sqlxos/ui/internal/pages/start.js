"use strict";

const byId = (id) => document.getElementById(id);

function element(tag, className, ...children) {
  const made = document.createElement(tag);
  if (className) {
    made.className = className;
  }
  made.append(...children);
  return made;
}

function link(className, href, text) {
  const made = element("a", className, text);
  made.href = href;
  return made;
}

const plural = (count, word) => `${count} ${word}${count === 1 ? "" : "s"}`;

// The schema of a relation's rows, found through the list operation: its name is the document's own affair.
function rowSchema(document, database, relation) {
  const path = decodeURI(relation.href.slice(database.base.length));
  const operation = document.paths?.[path]?.get ?? document.paths?.[relation.href]?.get;
  const resolve = (schema) =>
    schema?.$ref ? schema.$ref.slice(2).split("/").reduce((at, part) => at?.[part], document) : schema;
  const answer = resolve(operation?.responses?.["200"]);
  const page = resolve(answer?.content?.["application/json"]?.schema);
  return resolve(resolve(page?.properties?.data)?.items)
    ?? document.components?.schemas?.[relation.name];
}

function relationRow(relation, columns, docsPage) {
  const facts = [];
  if (columns) {
    facts.push(plural(columns, "column"));
  }
  if (relation.relationships?.length) {
    facts.push(plural(relation.relationships.length, "relationship"));
  }
  const name = element("span", "", link("relation", relation.href, relation.name));
  if (relation.kind === "view") {
    name.append(element("span", "kind", "view"));
  }
  const row = element(
    "li", "", name,
    element("span", "facts", facts.join(" · ")),
    link("to-docs", `${docsPage}#/${encodeURIComponent(relation.name)}`, "Docs"));
  row.dataset.name = relation.name.toLowerCase();
  return row;
}

function example(title, command) {
  const copy = element("button", "copy", "Copy");
  copy.type = "button";
  copy.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(command);
      copy.textContent = "Copied";
    } catch {
      // Without a secure context there is no clipboard: mark the text for the reader's own keys.
      getSelection().selectAllChildren(copy.closest("figure").querySelector("pre"));
      copy.textContent = "Selected";
    }
    setTimeout(() => { copy.textContent = "Copy"; }, 1600);
  });
  return element(
    "figure", "example", element("figcaption", "", title, copy), element("pre", "", command));
}

// A word of the shell, whatever is in it.
const quoted = (text) => `'${text.replaceAll("'", "'\\''")}'`;

async function examples(relations) {
  const relation = relations.find((one) => one.kind === "table" && one.key.length) ?? relations[0];
  const list = byId("example-list");
  list.replaceChildren();
  byId("examples").hidden = !relation;
  if (!relation) {
    return;
  }
  const url = location.origin + relation.href;
  list.append(example(`The first rows of ${relation.name}`, `curl ${quoted(`${url}?limit=5`)}`));
  const key = relation.key.length === 1 ? relation.key[0] : null;
  if (key) {
    const first = await node.json(`${relation.href}?limit=1`).catch(() => null);
    const value = first?.data?.[0]?.[key];
    if (value !== undefined && value !== null) {
      list.append(example("One row by its key", `curl ${quoted(`${url}/${encodeURIComponent(value)}`)}`));
    }
    list.append(example("Sorted", `curl ${quoted(`${url}?sort=-${encodeURIComponent(key)}&limit=5`)}`));
  }
}

async function show(database, several) {
  const docsPage = several ? `/docs?database=${encodeURIComponent(database.name)}` : "/docs";
  byId("docs").href = docsPage;
  byId("openapi").href = database.openapi;
  const relations = await node.relations(database);
  const document_ = await node.json(database.openapi).catch(() => ({}));
  const name = database.name || document_.info?.title || "";
  const tables = relations.filter((one) => one.kind !== "view").length;
  const views = relations.length - tables;
  byId("title").textContent = name || "Your database is an API";
  document.title = name ? `${name} · SQLx OS` : "SQLx OS";
  const parts = [plural(tables, "table")].concat(views ? [plural(views, "view")] : []);
  byId("lead").textContent = `${parts.join(" and ")}, served as REST and documented as you read this.`;
  byId("count").textContent = String(relations.length);
  byId("relations").replaceChildren(...relations.map((relation) => {
    const columns = Object.keys(rowSchema(document_, database, relation)?.properties ?? {}).length;
    return relationRow(relation, columns, docsPage);
  }));
  filter();
  await examples(relations);
}

function filter() {
  const wanted = byId("filter").value.trim().toLowerCase();
  const rows = [...byId("relations").children];
  for (const row of rows) {
    row.hidden = !row.dataset.name.includes(wanted);
  }
  const none = rows.length > 0 && rows.every((row) => row.hidden);
  byId("none").hidden = rows.length > 0 && !none;
  byId("none").textContent = none ? `No relation has “${wanted}” in its name.` : "There are no tables and no views yet.";
}

function failed(error) {
  byId("lead").textContent = `The API cannot be read: ${error.message}.`;
  byId("count").textContent = "";
  byId("none").hidden = true;
}

function chooser(databases) {
  const list = byId("databases");
  list.hidden = false;
  const buttons = databases.map((database) => {
    const button = element("button", "", database.name);
    button.type = "button";
    button.addEventListener("click", () => {
      for (const other of buttons) {
        other.setAttribute("aria-pressed", String(other === button));
      }
      show(database, true).catch(failed);
    });
    return button;
  });
  list.replaceChildren(...buttons.map((button) => element("li", "", button)));
  buttons[0].click();
}

async function state() {
  const line = byId("state");
  try {
    const answer = await fetch("/ready", { headers: { Accept: "application/json" } });
    const body = await answer.json().catch(() => ({}));
    line.className = answer.ok ? "state good" : "state bad";
    line.textContent = answer.ok ? "Ready" : `Not ready: ${body.detail || `/ready answered ${answer.status}`}`;
  } catch {
    line.className = "state bad";
    line.textContent = "The node does not answer";
  }
}

async function start() {
  byId("filter").addEventListener("input", filter);
  state();
  const databases = await node.databases();
  if (databases.length > 1 || databases[0].name) {
    chooser(databases);
  } else {
    await show(databases[0], false);
  }
}

start().catch(failed);
