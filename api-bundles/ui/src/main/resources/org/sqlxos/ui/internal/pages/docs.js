"use strict";

const dark = matchMedia("(prefers-color-scheme: dark)");
const paint = () => document.documentElement.classList.toggle("dark-mode", dark.matches);
dark.addEventListener("change", paint);
paint();

function choose(databases) {
  const wanted = new URLSearchParams(location.search).get("database");
  const chosen = databases.find((database) => database.name === wanted) ?? databases[0];
  if (databases.length > 1) {
    const select = document.getElementById("database");
    select.hidden = false;
    for (const database of databases) {
      select.add(new Option(database.name, database.name, false, database === chosen));
    }
    select.addEventListener("change", () => {
      location.assign(`/docs?database=${encodeURIComponent(select.value)}`);
    });
  }
  return chosen;
}

async function start() {
  // An index that cannot be read is no reason to show nothing: the document has a well-known address.
  const databases = await node.databases().catch(() => [{ name: "", openapi: "/api/openapi.json" }]);
  const database = choose(databases);
  document.getElementById("openapi").href = database.openapi;
  SwaggerUIBundle({
    url: database.openapi,
    dom_id: "#docs",
    deepLinking: true,
    docExpansion: "none",
    defaultModelsExpandDepth: 0,
    displayRequestDuration: true,
    filter: false,
    tryItOutEnabled: true,
    validatorUrl: null,
    syntaxHighlight: { activated: false },
    presets: [SwaggerUIBundle.presets.apis],
    layout: "BaseLayout",
  });
}

start();
