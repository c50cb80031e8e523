// In the files of content/: what a key means, keys and words to choose from, and what scripts/check finds.
//
// Why this is here, and no extension from the marketplace (looked for in November 2026): the YAML extension, whose
// language server does all this for YAML files, does not look into Markdown (redhat-developer/vscode-yaml#207, open for
// years; a fork that does is not in the marketplace). What holds a front matter against a JSON Schema
// (remark-lint-frontmatter-schema) needs packages from npm, shows no meanings and completes nothing. Front Matter CMS
// and Astro want schemas of their own making. So this is as little as will do, and VS Code offers it to whoever opens
// the project, as a "local workspace extension". When the YAML extension learns to read front matter, drop this:
// yaml.schemas in settings.json is what it needs, and its language server understands the schemas as they are.

"use strict";

const { execFile } = require("node:child_process");
const { existsSync } = require("node:fs");
const path = require("node:path");
const vscode = require("vscode");
const { complete, hover } = require("./front-matter.js");

const NAME = "section55"; // as the owner of the problem matchers in tasks.json: what both find is shown once

function activate(context) {
  const folder = vscode.workspace.workspaceFolders?.find(({ uri }) => existsSync(path.join(uri.fsPath, "scripts", "check")));
  if (!folder) return;
  const selector = { language: "markdown", pattern: new vscode.RelativePattern(folder, "content/**/*.md") };
  const schemas = new Schemas(folder);
  const check = new Check(folder);
  context.subscriptions.push(
    check,
    vscode.languages.registerHoverProvider(selector, {
      async provideHover(document, { line, character }) {
        const schema = await schemas.of(document);
        const found = schema && hover(schema, lines(document), line, character);
        return found && new vscode.Hover(new vscode.MarkdownString(found.text), new vscode.Range(line, found.from, line, found.to));
      },
    }),
    vscode.languages.registerCompletionItemProvider(
      selector,
      {
        async provideCompletionItems(document, position) {
          const schema = await schemas.of(document);
          const found = schema ? complete(schema, lines(document), position.line, position.character) : [];
          return found.map((each, rank) => item(each, rank, position));
        },
      },
      " ",
    ),
    vscode.workspace.onDidSaveTextDocument((document) => {
      if (vscode.languages.match(selector, document)) check.run();
    }),
  );
  check.run();
}

function lines(document) {
  return document.getText().split(/\r?\n/);
}

function item({ label, meaning, text, insert, from, isKey }, rank, position) {
  const { Property, EnumMember } = vscode.CompletionItemKind;
  const item = new vscode.CompletionItem({ label, description: meaning }, isKey ? Property : EnumMember);
  item.insertText = insert;
  item.keepWhitespace = true; // its lines are set in already
  item.range = new vscode.Range(position.line, from, position.line, position.character);
  if (text) item.documentation = new vscode.MarkdownString(text);
  item.sortText = String(rank).padStart(3, "0");
  if (isKey) item.command = { command: "editor.action.triggerSuggest", title: "" };
  return item;
}

/** The schemas that yaml.schemas in settings.json names, each for the files that it is for. */
class Schemas {
  constructor(folder) {
    this.folder = folder;
  }

  async of(document) {
    const associations = vscode.workspace.getConfiguration("yaml", this.folder.uri).get("schemas") ?? {};
    for (const [file, pattern] of Object.entries(associations)) {
      const matches = { pattern: new vscode.RelativePattern(this.folder, pattern) };
      if (!file.startsWith("./") || !vscode.languages.match(matches, document)) continue;
      const bytes = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(this.folder.uri, file));
      return JSON.parse(new TextDecoder().decode(bytes));
    }
    return null;
  }
}

/** scripts/check, one at a time; what it finds is underlined. */
class Check {
  constructor(folder) {
    this.folder = folder;
    this.found = vscode.languages.createDiagnosticCollection(NAME);
    this.running = false;
    this.again = false;
    this.complained = false;
  }

  dispose() {
    this.found.dispose();
  }

  async run() {
    this.again = this.running;
    if (this.running) return;
    this.running = true;
    const title = "Checking the records";
    const { error, output } = await vscode.window.withProgress({ location: vscode.ProgressLocation.Window, title }, () => this.output());
    this.running = false;
    if (this.again) return this.run();
    try {
      this.show(JSON.parse(output).findings);
    } catch {
      if (!this.complained) vscode.window.showWarningMessage(`The records could not be checked. ${error}`.trim());
      this.complained = true;
    }
  }

  /** What the check writes; it ends with 1 where it found errors, which is no failure. */
  output() {
    const root = this.folder.uri.fsPath;
    const windows = process.platform === "win32";
    const own = path.join(root, ".venv", windows ? "Scripts/python.exe" : "bin/python");
    const python = existsSync(own) ? own : windows ? "python" : "python3";
    const options = { cwd: root, maxBuffer: 2 ** 28, windowsHide: true };
    return new Promise((resolve) => {
      execFile(python, [path.join("scripts", "check"), "--format", "json"], options, (failure, output, said) => {
        const missing = failure?.code === "ENOENT" && "There is no Python here; scripts/check needs 3.11 or newer.";
        resolve({ output, error: missing || said.trim().split("\n").pop() || failure?.message || "" });
      });
    });
  }

  show(findings) {
    const byPath = new Map();
    for (const finding of findings) byPath.set(finding.path, [...(byPath.get(finding.path) ?? []), diagnostic(finding)]);
    this.found.clear();
    this.found.set([...byPath].map(([file, each]) => [vscode.Uri.joinPath(this.folder.uri, file), each]));
  }
}

function diagnostic({ line, column, end_line, end_column, message, help, severity, code, docs }) {
  const range = new vscode.Range(line - 1, column - 1, end_line - 1, end_column - 1);
  const { Error, Warning } = vscode.DiagnosticSeverity;
  const it = new vscode.Diagnostic(range, [message, help].filter(Boolean).join("\n"), severity === "error" ? Error : Warning);
  it.source = NAME;
  it.code = /^https?:/.test(docs) ? { value: code, target: vscode.Uri.parse(docs) } : code;
  return it;
}

module.exports = { activate };
