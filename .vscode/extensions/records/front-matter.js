// What stands where in a front matter, and what its JSON Schema says of it. Knows nothing of VS Code.
//
// It reads lines and their indentation, as people write records; what is wrong is for scripts/check to say.

"use strict";

// Indentation, hyphens of lists, a key (any quotes around it), a value.
const LINE = /^(\s*)((?:-\s+)*)(?:(["']?)(\w[\w/-]*)\3\s*:(?:\s+(.*?))?\s*)?$/;

/** The numbers of the first line of the front matter and of the line after its last; null where there is none. */
function bounds(lines) {
  if (!/^---[ \t]*$/.test(lines[0] ?? "")) return null;
  const end = lines.findIndex((line, number) => number > 0 && /^---[ \t]*$/.test(line));
  return { first: 1, end: end < 0 ? lines.length : end };
}

/** A line's parts: where its hyphens stand; its key, from where to where; its value and where that begins. */
function parse(line) {
  const match = LINE.exec(line);
  if (!match) return { dashes: [], key: null };
  const [, indent, hyphens, quote, key = null, value = ""] = match;
  const dashes = [...hyphens.matchAll(/-/g)].map((dash) => indent.length + dash.index);
  if (key === null) return { dashes, key };
  const column = indent.length + hyphens.length;
  const keyEnd = column + key.length + 2 * quote.length;
  return { dashes, key, column, keyEnd, value, valueColumn: line.indexOf(value, keyEnd + 1) };
}

/** The keys around what begins at a column of a line, the outermost first. */
function around(lines, number, column) {
  const keys = [];
  let below = column; // a key around it stands before this column,
  let dashBelow = column; // and the hyphen of a list around it before this one
  for (let at = number; at >= 1; at -= 1) {
    const line = parse(lines[at]);
    if (at < number && line.key !== null && line.column < below) {
      keys.unshift(line.key);
      below = dashBelow = line.column;
    }
    for (const dash of line.dashes.reverse()) {
      if (dash < dashBelow) {
        below = dash + 1; // a list may stand no further in than its key
        dashBelow = dash;
      }
    }
    if (below === 0) break;
  }
  return keys;
}

/** The keys of the mapping of which one key stands, or would stand, at a column of a line. */
function beside(lines, number, column, { first, end }) {
  const keys = new Set();
  const collect = (from, step) => {
    for (let at = from; at >= first && at < end; at += step) {
      const line = parse(lines[at]);
      const begins = Math.min(...line.dashes, line.column ?? Infinity);
      // What begins before the column holds the mapping, or comes after it; the hyphen before its first key is its own.
      if (step > 0 && begins < column) return;
      if (line.column === column) keys.add(line.key);
      if (begins < column) return;
    }
  };
  collect(number, -1);
  collect(number + 1, 1);
  return keys;
}

/** Where a key would stand that is begun at a column: further in, with the entry, where the hyphen of a list stands there. */
function keyColumn(lines, number, column) {
  let found = column;
  for (let at = number - 1; at >= 1; at -= 1) {
    const line = parse(lines[at]);
    if (line.key !== null && line.column === column) return column;
    if (line.key !== null && line.column < column) return found;
    if (found === column && line.dashes.includes(column)) found = line.column ?? column + 2;
  }
  return column;
}

/** The schemas that a value may have: those of a choice, and of the entries of a list. */
function choices(schema) {
  if (!schema || typeof schema !== "object") return [];
  if (schema.anyOf) return schema.anyOf.flatMap(choices);
  return schema.items ? choices(schema.items) : [schema];
}

/** Of a schema of several kinds of record, the one that knows the most keys of a front matter and lacks the fewest. */
function record(schema, lines, { first, end }) {
  const keys = lines.slice(first, end).map(parse).filter(({ column }) => column === 0).map(({ key }) => key);
  const count = (all, test) => all.filter(test).length;
  const fit = ({ properties = {}, required = [] }) =>
    100 * count(keys, (key) => Object.hasOwn(properties, key)) - count(required, (key) => !keys.includes(key));
  return choices(schema).reduce((best, kind) => (fit(kind) > fit(best) ? kind : best));
}

/** The schema of what stands under a path of keys; undefined where the schema says nothing of it. */
function below(schema, path) {
  let found = schema;
  for (const key of path) {
    const kinds = choices(found);
    const kind = kinds.find((each) => Object.hasOwn(each.properties ?? {}, key)) ?? kinds.find((each) => each.additionalProperties);
    found = kind?.properties?.[key] ?? kind?.additionalProperties;
  }
  return found;
}

/** The words that a value may be, each once, with what readers are told for it. */
function words(schema) {
  const found = new Map();
  for (const each of choices(schema)) {
    if ([each.type].flat().includes("boolean")) found.set("true", "").set("false", "");
    each.enum?.forEach((word, index) => word !== null && found.set(word, each.enumDescriptions?.[index] ?? ""));
  }
  return [...found].map(([word, meaning]) => ({ word, meaning }));
}

/** What a key means, in Markdown: its meaning, whether it must be there, what it may be, an example. */
function explain(key, schema, required) {
  const code = (value) => `\`${typeof value === "string" ? value : JSON.stringify(value)}\``;
  const list = words(schema).map(({ word, meaning }) => `- ${code(word)}${meaning && `: ${meaning}`}`);
  const example = schema.examples?.find((value) => typeof value === "string");
  return [
    `**${key}**${required ? " (must be there)" : ""}`,
    schema.markdownDescription ?? schema.description ?? "",
    list.join("\n"),
    schema.default === undefined ? "" : `Left out, it is ${code(schema.default)}.`,
    example && !list.length ? `For example: ${code(example)}` : "",
  ]
    .filter(Boolean)
    .join("\n\n");
}

/** What to show for a place: Markdown, and the columns that it is about; null where there is nothing to say. */
function hover(schema, lines, number, column) {
  const range = bounds(lines);
  if (!range || number < range.first || number >= range.end) return null;
  const line = parse(lines[number]);
  if (line.key === null || column < line.column) return null;
  const parent = below(record(schema, lines, range), around(lines, number, line.column));
  const holder = choices(parent).find((each) => Object.hasOwn(each.properties ?? {}, line.key));
  const own = holder?.properties[line.key];
  if (!own) return null;
  const word = words(own).find(({ word }) => word === line.value);
  if (column > line.keyEnd && word?.meaning) {
    const from = line.valueColumn;
    return { text: `**${word.word}**: ${word.meaning}`, from, to: from + word.word.length };
  }
  return {
    text: explain(line.key, own, holder.required?.includes(line.key) ?? false),
    from: line.column,
    to: line.keyEnd,
  };
}

/**
 * What may be written at a place, in the order of the schema with what must be there first: `label`, `meaning` (plain),
 * `text` (Markdown), what to `insert` from which column, and whether it is a key.
 */
function complete(schema, lines, number, column) {
  const range = bounds(lines);
  if (!range || number < range.first || number >= range.end) return [];
  const kind = record(schema, lines, range);
  const before = lines[number].slice(0, column);
  const value = /:\s+(\S*)$/.exec(before);
  if (value) {
    const line = parse(before);
    const own = line.key === null ? null : below(kind, [...around(lines, number, line.column), line.key]);
    return words(own).map((each) => word(each, column - value[1].length));
  }
  const start = /^(\s*(?:-\s+)*)[^\s:]*$/.exec(before);
  if (!start) return [];
  const from = start[1].length;
  const stands = start[1].includes("-") ? from : keyColumn(lines, number, from);
  const parent = below(kind, around(lines, number, stands));
  const present = beside(lines, number, stands, range);
  present.delete(parse(lines[number]).key);
  const keys = choices(parent).flatMap((each) =>
    Object.entries(each.properties ?? {})
      .filter(([key]) => !present.has(key))
      .map(([key, own]) => keyItem(key, own, each.required?.includes(key) ?? false, from, stands)),
  );
  const entries = start[1].includes("-") ? words(parent).map((each) => word(each, from)) : [];
  return [...keys.filter((each) => each.required), ...keys.filter((each) => !each.required), ...entries];
}

function word({ word, meaning }, from) {
  return { label: word, meaning, text: "", insert: word, from, isKey: false };
}

function keyItem(key, schema, required, from, stands) {
  const holds = (type) => (schema.anyOf ?? [schema]).some((each) => [each.type].flat().includes(type));
  const pad = " ".repeat(stands + 2);
  const rest = holds("array") && !holds("string") ? `\n${pad}- ` : holds("object") ? `\n${pad}` : " ";
  const meaning = (schema.description ?? "").replaceAll("`", "");
  const insert = `${" ".repeat(stands - from)}${key}:${rest}`;
  return { label: key, meaning, text: explain(key, schema, required), insert, from, isKey: true, required };
}

module.exports = { complete, hover };
