package org.sqlxos.assembly;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A real browser without a window, which can reach this machine and nothing else. */
record Chromium(Program program) {

  private static final List<String> ARGUMENTS =
      List.of(
          "--headless=new",
          "--no-sandbox",
          "--disable-gpu",
          "--disable-dev-shm-usage",
          "--no-first-run",
          "--no-default-browser-check",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync",
          "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1");

  static Chromium require() {
    return new Chromium(Program.require("chromium", "chromium-browser", "google-chrome"));
  }

  /** The document of a page when its scripts have run. */
  String dom(Path folder, String address) throws Exception {
    return run(folder, "--virtual-time-budget=15000", "--dump-dom", address);
  }

  /** Runs it with a profile of its own in the folder. */
  String run(Path folder, String... arguments) throws Exception {
    List<String> all = new ArrayList<>(ARGUMENTS);
    all.add("--user-data-dir=" + folder.resolve("profile"));
    all.addAll(List.of(arguments));
    return program.run(folder, "", all);
  }
}
