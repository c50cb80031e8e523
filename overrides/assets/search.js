/* The search page. What is asked stands in its form and in its address; what is found comes from Pagefind's indexes,
   which are files of this site, as is everything else that is asked for. Each word shown stands in the page or in
   assets/search/. Which texts stand in which index, and in which of its shards: hooks/section55/search/. */

const STEP = 10; // results shown at once
const FACETS = ["kind", "inspection", "item", "topic", "force", "nation", "position", "year"];
const SHARED = 3; // forces that have a word in common, beyond which it tells of none of them
const PAUSE = 300; // milliseconds after the last key before a search
// How much a word in each part of what a result shows weighs; those of no weight are there to be shown, or to sort by.
// A title weighs so much that "recommendation 8 fraud" finds that item before the responses, which repeat its words.
const WEIGHTS = {
  ...{ "title-en": 50, "title-cy": 50, "report-en": 5, "report-cy": 5, signed: 2 },
  ...{ names: 5, title: 0, item: 0, status: 0, every: 0 },
};
const EVERY = "ω"; // a word of every page; asked for none, Pagefind would load the whole index
const WHOLE = "χ"; // stands behind each number of the indexes, or 20 would find 2023 (searched.py)

const root = new URL("..", import.meta.url); // of the site, wherever it is served
const language = document.documentElement.lang;
// What a match in a text of the other language weighs: who reads the Welsh pages reads English too.
const OTHER = language === "cy" ? 0.5 : 0;
const element = (id) => document.getElementById(id);
const said = JSON.parse(element("said").textContent);
const form = element("search");
const howMany = element("found");
const links = [...document.querySelectorAll("a.switch, a.same-search")]; // to this search in the other language
const facets = new Map(FACETS.map((name) => [name, document.querySelector(`[data-facet=${name}]`)]));
const chosen = new Map(FACETS.map((name) => [name, new Set()]));

/* What is asked */

/** What the form asks: its words, its filters as Pagefind takes them, and whether the newest stands first. */
function asked() {
  const typed = form.elements.q.value.trim();
  // The parts of a word with a hyphen are words of the index too; between quotation marks all stays as it is.
  const query = typed.includes('"') ? typed : typed.replace(/[\p{Pd}/]+/gu, " ").trim();
  const filters = {};
  for (const [name, values] of chosen) if (values.size) filters[name] = { any: [...values] };
  return { query, filters, byDate: !query || form.elements.sort.value === "date" };
}

/** Puts what the page's address asks into the form. */
function readAddress() {
  const parameters = new URLSearchParams(location.search);
  form.elements.q.value = parameters.get("q") ?? "";
  form.elements.sort.value = parameters.get("sort") === "date" ? "date" : "";
  for (const [name, values] of chosen) {
    for (const value of parameters.getAll(name)) values.add(value);
    if (values.size) facets.get(name).open = true;
  }
}

/** Puts what the form asks into the page's address, and into those of the same search in the other language. */
function writeAddress() {
  const parameters = new URLSearchParams();
  const query = form.elements.q.value.trim();
  if (query) parameters.set("q", query);
  for (const [name, values] of chosen) for (const value of values) parameters.append(name, value);
  if (form.elements.sort.value) parameters.set("sort", form.elements.sort.value);
  const asks = `${parameters}` && `?${parameters}`;
  history.replaceState(history.state, "", location.pathname + asks);
  for (const link of links) link.search = asks;
}

/* The indexes */

async function json(path) {
  const response = await fetch(new URL(path, root));
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return response.json();
}

/** A part of one language's index: some of its shards, asked as one. Of the other language, only pages whose text
    exists in no other. One program of Pagefind's asks both languages. It takes words as they are: so English ones are
    asked for by their stems, which is what an English index has. isFirst: what finds anything at all will do, since all
    is asked later. */
async function openPart(of, shards, labels, isFirst = false) {
  const folder = (shard) => new URL(`pagefind/${shard}/`, root).href;
  const options = { baseUrl: "/", ranking: { metaWeights: WEIGHTS } };
  const opening = inTurn(async () => {
    const { createInstance } = await import(new URL("pagefind/pagefind.js", root).href);
    const instance = createInstance({ basePath: folder(shards[0]), ...options });
    await instance.search(""); // which finds nothing, once the program is there
    return instance;
  });
  const merged = async (shard) => (await opening).mergeIndex(folder(shard), options);
  const [pagefind, stemmer, days] = await Promise.all([
    opening,
    of === "en" ? import("./english-stemmer.js") : null,
    Promise.all(shards.map((shard) => json(`pagefind/${shard}/dates.json`))),
    ...shards.slice(1).map(merged),
  ]);
  const inIndex = (words) => (stemmer ? stemmed(words, stemmer.stem) : words);
  const places = new Map(); // of each page: in which shard it stands, and in which place by date
  days.forEach((byDay, at) => {
    for (const [day, pages] of Object.entries(byDay)) {
      for (const page of pages) places.set(`${of}_${page}`, { shard: shards[at], day, nth: places.size });
    }
  });
  const others = of === language ? {} : { translated: { none: ["yes"] } };
  const search = (words, filters) => pagefind.search(inIndex(words || EVERY), { filters: { ...filters, ...others } });

  /** What a query is here, and the shards that have all its words: others would be asked for fewer. */
  async function understand(query) {
    if (!query) return { words: "", shards };
    let best = { words: query, shards: [], number: 0 };
    for (const words of wordings(wholeNumbers(query), of, labels)) {
      const { results } = await search(words, {});
      const byShard = new Map(shards.map((shard) => [shard, []]));
      for (const result of results) byShard.get(places.get(result.id).shard).push(result);
      const found = [...byShard].filter(([, { length }]) => length);
      const known = await Promise.all(found.map(([, [first]]) => holds(first, words, of, labels)));
      const having = found.filter((_, place) => known[place]);
      const number = having.reduce((sum, [, { length }]) => sum + length, 0);
      if (number > best.number) best = { words, shards: having.map(([shard]) => shard), number };
      if (best.number && (isFirst || language === "en")) break; // names are in the words too, as they are written
    }
    return best;
  }

  let before = {};
  return {
    of,
    since: shards[0].split("/")[1],
    places,
    /** What of a query is found: Pagefind's answer, or null where no shard has all words. */
    async ask(query, filters) {
      if (before.query !== query) before = { query, understood: understand(query) };
      const { words, shards: having } = await before.understood;
      if (!having.length) return null;
      return search(words, having.length < shards.length ? { ...filters, shard: { any: having } } : filters);
    },
  };
}

let last = Promise.resolve();

/** Does one thing after another: two indexes that load the program at once would take it from under each other. */
function inTurn(act) {
  const done = last.then(act);
  last = done.catch(() => {});
  return done;
}

/** A query whose numbers are those of the indexes. */
function wholeNumbers(query) {
  return query.replace(/[\p{L}\p{N}_]+/gu, (word) => (/^[0-9]+$/.test(word) ? word + WHOLE : word));
}

/** A result's data with numbers as they are written. */
function withNumbers({ meta, ...data }) {
  const written = (text) => text.replace(new RegExp(`([0-9])${WHOLE}`, "g"), "$1");
  const all = (texts) => Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, written(text)]));
  const { content, excerpt, plain_excerpt } = data;
  return { ...data, ...all({ content, excerpt, plain_excerpt }), meta: all(meta) };
}

/** What an index is asked for a query: in Welsh, the keys of its words, which all mutations share; in English, the
    words, or else the keys of Welsh names. */
function wordings(query, of, { beginnings, names }) {
  const word = /[\p{L}\p{N}][\p{L}\p{M}\p{N}'’]*/gu;
  const keyed = (before) => query.replace(word, (found) => before + key(found, beginnings));
  return of === "cy" ? [keyed("")] : [query, keyed(names)];
}

/** English words as their index has them. Pagefind leaves punctuation out before it takes a stem; quotation marks around
    all say that the words are wanted in their order. */
function stemmed(words, stem) {
  const plain = words.toLowerCase().replace(/[\p{Pd}\p{Pe}\p{Pf}\p{Pi}\p{Po}\p{Ps}]/gu, "");
  const stems = plain.replace(/\S+/g, stem);
  return /^\s*".+"\s*$/.test(words) ? `"${stems}"` : stems;
}

/** The key of a Welsh word (hooks/section55/language/mutation.py). */
function key(word, beginnings) {
  const folded = word.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const [beginning, becomes] = beginnings.find(([each]) => new RegExp(each, "u").test(folded)) ?? ["^", ""];
  return folded.replace(new RegExp(beginning, "u"), becomes);
}

/** Whether a result has all words of a query. For a word that a shard does not have, Pagefind takes the longest
    beginning that it does have ("cymru" → "CyA"), and if there is none it passes the word over: for all results alike,
    so that the first of them tells. A form of a word shares its first half with it, and three letters at least; less
    only where an "-ing" leaves less ("using", "use"). */
async function holds(result, query, of, labels) {
  const data = await result.data();
  const contents = data.content.split(/\s+/);
  const found = [
    ...result.words.map((place) => contents[place]),
    ...(result.matchedMetaFields ?? []).map((name) => data.meta[name] ?? ""),
  ];
  const texts = found.map((text) => folded(of === "cy" ? wordings(text, of, labels)[0] : text));
  return query.split(/\s+/).map(folded).every((word) => {
    if (word.endsWith(WHOLE)) return texts.some((text) => new RegExp(`(^|[^0-9])${word}`).test(text));
    const half = Math.max(3, Math.floor(word.length / 2) + 1);
    const begins = word.slice(0, Math.min(half, word.replace(/ing$/, "").length));
    return texts.some((text) => text.includes(begins));
  });
}

/** A text without case, accents and punctuation; "y" as "i", which English makes of it ("policy", "policies"). */
function folded(text) {
  return text.normalize("NFD").replace(/[\p{M}\p{P}\p{S}]/gu, "").toLowerCase().replace(/y/g, "i");
}

/** The labels of what the indexes hold, and what opens their parts: all of them; and before, where there are many, the
    latest of each language, whose results a reader is shown while the others are on their way. */
async function load() {
  const labels = await json(`assets/search/${language}.json`);
  const indexes = Object.entries(labels.indexes).filter(([, shards]) => shards.length);
  const opened = (parts, isFirst) => {
    let opening;
    return () => (opening ??= Promise.all(parts.map(([of, shards]) => openPart(of, shards, labels, isFirst))));
  };
  const isLarge = indexes.some(([, shards]) => shards.length > 1);
  return {
    labels,
    latest: isLarge ? indexes.map(([of, [shard]]) => opened([[of, [shard]]], true)) : [],
    all: opened(indexes),
  };
}

/* What is found */

/** All results, the best match first, or the newest and then the undated. These are the forces' pages and the site's own:
    where many match, the words are in every force's page ("commissioner"), so they stand after the others. */
async function find({ query, filters, byDate }, parts) {
  const hits = await Promise.all(
    parts.map(async (part) => {
      const answer = await part.ask(query, filters);
      return (answer?.results ?? []).map((result) => ({ result, of: part.of, ...part.places.get(result.id) }));
    }),
  );
  const byDay = (one, other) => other.day.localeCompare(one.day) || one.nth - other.nth;
  const all = hits.flat();
  const areLast = all.filter(({ day }) => !day).length > SHARED;
  const match = ({ result, of }) => result.score * (of === language ? 1 : OTHER);
  const byMatch = (one, other) => (areLast && !one.day - !other.day) || match(other) - match(one);
  return all.sort(byDate ? byDay : byMatch);
}

/** How many results there would be for each value of each facet, beside those chosen of the others. */
async function count({ query, filters }, parts, names) {
  const all = Object.fromEntries(names.map((name) => [name, []])); // an empty list loads a filter and excludes nothing
  const counts = async (chosenFilters) => {
    const sums = {};
    const answers = await Promise.all(parts.map((part) => part.ask(query, { ...all, ...chosenFilters })));
    for (const answer of answers) {
      for (const name of names) {
        sums[name] ??= {};
        for (const [value, number] of Object.entries(answer?.filters[name] ?? {})) {
          sums[name][value] = (sums[name][value] ?? 0) + number;
        }
      }
    }
    return sums;
  };
  const counted = await counts(filters);
  for (const name of names.filter((each) => each in filters)) {
    const { [name]: _, ...others } = filters;
    counted[name] = (await counts(others))[name];
  }
  return counted;
}

/* What is shown */

const digits = new Intl.NumberFormat("en-GB"); // which group alike in Welsh

function plural(forms, number) {
  return (forms[number] ?? forms.other).replace("{number}", digits.format(number));
}

/** Writes the text of a result's meta in the page's language, or marks that it is in the other. */
function write(node, meta, name) {
  const of = [language, "en", "cy"].find((each) => `${name}-${each}` in meta);
  node.textContent = meta[`${name}-${of}`] ?? "";
  if (of && of !== language) node.lang = of;
}

function hitRow({ data, of }, labels) {
  const row = element("hit").content.firstElementChild.cloneNode(true);
  const { meta, filters } = data;
  const link = row.querySelector("a");
  write(link, meta, "title");
  link.href = new URL(address(data.url.slice(1), of, labels), root);
  write(row.querySelector(".report"), meta, "report");
  const passage = row.querySelector(".passage");
  passage.append(...marked(data));
  if (of !== language) passage.lang = of;
  const [kind] = filters.kind;
  const day = ["published", "dated"].flatMap((name) => {
    const text = meta[`${name}-${language}`];
    return text ? [said[name].replace("{day}", text)] : [];
  });
  if (kind === "response" && !day.length) day.push(said.undated);
  const only = of === language ? [] : [said.only[of]];
  const status = meta.status ? [labels.statuses[meta.status]] : []; // such as withdrawn
  const told = [labels.kinds[meta.item ?? kind], ...status, ...day, ...only];
  row.querySelector(".entry-meta").textContent = told.join(" · ");
  for (const empty of row.querySelectorAll("p:empty")) empty.remove();
  return row;
}

/** The address of a result's page in the page's language, from the site's root. */
function address(path, of, { addresses }) {
  if (of === language) return path;
  const begins = Object.keys(addresses).find((each) => path.startsWith(each));
  return begins ? addresses[begins] + path.slice(begins.length) : path;
}

/** The passage that holds what was asked for, as text and marks; where its title alone does, how the text begins. */
function marked({ excerpt, plain_excerpt: plain, content }) {
  const text = (html) => html.replaceAll("&lt;", "<").replaceAll("&gt;", ">");
  const parts = excerpt.split(/<mark>(.*?)<\/mark>/).map((part, place) => {
    if (place % 2 === 0) return text(part);
    const mark = document.createElement("mark");
    mark.textContent = text(part);
    return mark;
  });
  return [content.startsWith(text(plain)) ? "" : "… ", ...parts, content.endsWith(text(plain)) ? "" : " …"];
}

/** Shows the values of a facet that a result has, and those that are chosen. Entries: [value, label, its language …].
    What an address chose stands first, where it is seen; what is chosen here stays in its place. */
function showFacet(name, entries, counts) {
  const facet = facets.get(name);
  const list = facet.querySelector("ul");
  const values = chosen.get(name);
  const known = new Set(entries.map(([value]) => value));
  const all = [...entries, ...[...values].filter((value) => !known.has(value)).map((value) => [value, value])];
  if (list.dataset.values !== JSON.stringify(all)) {
    list.dataset.values = JSON.stringify(all);
    const ranked = [true, false].flatMap((first) => all.filter(([value]) => values.has(value) === first));
    list.replaceChildren(...ranked.map((entry) => choiceRow(name, ...entry)));
  }
  let shown = 0;
  for (const row of list.children) {
    const input = row.querySelector("input");
    const number = counts[input.value] ?? 0;
    input.checked = values.has(input.value);
    row.querySelector(".count").textContent = `(${digits.format(number)})`;
    row.hidden = !number && !input.checked && input !== document.activeElement;
    if (!row.hidden) shown += 1;
  }
  facet.hidden = !shown;
}

/** A choice. own, ownLanguage: an item's first words, beside its name. */
function choiceRow(name, value, label, labelLanguage, own, ownLanguage) {
  const row = element("choice").content.firstElementChild.cloneNode(true);
  const input = row.querySelector("input");
  input.name = name;
  input.value = value;
  const text = row.querySelector(".label");
  text.textContent = label;
  if (labelLanguage) text.lang = labelLanguage;
  if (own) {
    const opening = document.createElement("span");
    opening.textContent = own;
    if (ownLanguage) opening.lang = ownLanguage;
    text.append(" – ", opening);
  }
  return row;
}

/** The inspections whose items can be chosen: those chosen themselves, and those of items that an address brought. */
function inspectionsOfItems(labels) {
  const ids = [...chosen.get("inspection"), ...[...chosen.get("item")].map((item) => item.split("/")[0])];
  return labels.labels.inspection.map(([id]) => id).filter((id) => ids.includes(id));
}

/** Counts and shows the facets that are unfolded: the filters of those that are not are never loaded. */
async function showFacets({ question, parts, total, labels }, isStale) {
  const inspections = inspectionsOfItems(labels);
  element("filters").hidden = !total && !Object.keys(question.filters).length;
  const isEmpty = (name) => {
    if (chosen.get(name).size) return false;
    return name === "item" ? !inspections.length : labels.labels[name]?.length === 0;
  };
  for (const [name, facet] of facets) if (isEmpty(name) || !facet.open) facet.hidden = isEmpty(name);
  if (!element("filters").open) return;
  const names = FACETS.filter((name) => facets.get(name).open && !isEmpty(name));
  const [counts, ...items] = await Promise.all([
    count(question, parts, names),
    ...inspections.map((id) => json(`assets/search/${language}/${id}.json`)),
  ]);
  if (isStale()) return;
  const years = Object.keys(counts.year ?? {}).sort().reverse();
  const entries = { ...labels.labels, item: items.flat(), year: years.map((year) => [year, year]) };
  for (const name of names) showFacet(name, entries[name], counts[name] ?? {});
}

/** Says beside the filters how many are chosen, and offers to clear them. */
function showChosen() {
  let all = 0;
  for (const [name, { size }] of chosen) {
    all += size;
    facets.get(name).querySelector(".how-many-chosen").textContent = size ? `(${size})` : "";
  }
  element("filters").querySelector(".how-many-chosen").textContent = all ? `(${all})` : "";
  for (const node of document.querySelectorAll(".filters .clear, .if-filtered")) node.hidden = !all;
}

/** Rows for the next of some results. Pagefind mixes up passages that are asked for side by side. */
async function rowsOf(hits, labels) {
  const data = await Promise.all(hits.map(({ result }) => result.data()));
  return hits.map((hit, place) => hitRow({ ...hit, data: withNumbers(data[place]) }, labels));
}

const list = element("hits");

/** Whether the reader is among the results: has put the focus there, or scrolled into them. */
function isReading() {
  return list.contains(document.activeElement) || (list.children.length && list.getBoundingClientRect().top < 0);
}

/** Puts the first results in place of those that are shown, and keeps the others for later. */
async function showFrom(hits, labels, isStale) {
  const rows = await rowsOf(hits.slice(0, STEP), labels);
  if (isStale()) return;
  list.replaceChildren(...rows);
  shown = { hits, labels, ids: hits.slice(0, STEP).map(({ result }) => result.id), rest: hits.slice(STEP) };
  element("more").hidden = !shown.rest.length;
  element("reorder").hidden = true;
}

/** Adds to what is shown what came later: below what the reader reads, if that cannot be put in order unnoticed. */
async function complete(hits, labels, isStale) {
  const inOrder = shown.ids.every((id, place) => hits[place]?.result.id === id);
  if (!inOrder && !isReading()) return showFrom(hits, labels, isStale);
  shown = { ...shown, hits, rest: hits.filter(({ result }) => !shown.ids.includes(result.id)) };
  if (shown.ids.length < STEP) await append();
  element("more").hidden = !shown.rest.length;
  element("reorder").hidden = inOrder;
}

/** Shows the next results below the others; gives their rows. */
async function append() {
  const mine = shown;
  const hits = mine.rest.slice(0, STEP - (mine.ids.length % STEP));
  const rows = await rowsOf(hits, mine.labels);
  if (mine !== shown) return [];
  list.append(...rows);
  shown = { ...mine, ids: [...mine.ids, ...hits.map(({ result }) => result.id)], rest: mine.rest.slice(hits.length) };
  element("more").hidden = !shown.rest.length;
  return rows;
}

/* What is done */

let turn = 0; // of the searches; one that is no longer the last shows nothing
let doing = Promise.resolve(); // one thing after another
let interrupt = () => {}; // ends the last search's waiting for what is on its way
let loading; // the labels and the indexes, once they are asked for
let shown; // of the last search: what it found, the names of what is shown, what is not shown yet, and the labels
let asking; // what facets are counted for: the question and the parts that it was asked

/** Searches for what the form asks now. */
function search() {
  const mine = ++turn;
  const question = asked();
  writeAddress();
  showChosen();
  interrupt();
  const interruption = new Promise((resolve) => (interrupt = resolve));
  element("results").hidden = false;
  if (!shown) howMany.textContent = said.searching;
  doing = doing.then(() => answer(question, () => mine !== turn, interruption));
}

/** Shows what the latest shard has, or else that of the other language; gives whether there is anything. */
async function begin(question, latest, labels, isStale) {
  if (latest.length) howMany.textContent = said.searching;
  for (const open of latest) {
    const parts = await open();
    const hits = isStale() ? [] : await find(question, parts);
    if (!hits.length) continue;
    await showFrom(hits, labels, isStale);
    if (isStale()) return false;
    for (const id of ["more", "nothing", "failed"]) element(id).hidden = true;
    element("order").hidden = !question.query;
    const [{ since }] = parts;
    const found = plural(said.found, hits.length);
    element("so-far").textContent = said.soFar.replace("{found}", found).replace("{year}", since);
    element("so-far").hidden = false;
    return true;
  }
  return false;
}

async function answer(question, isStale, interruption) {
  if (isStale()) return;
  try {
    loading ??= load();
    const { labels, latest, all } = await loading;
    if (isStale()) return;
    const isBegun = await begin(question, latest, labels, isStale);
    if (isStale()) return;
    const parts = await Promise.race([all(), interruption]);
    if (isStale()) return;
    const hits = await find(question, parts);
    if (isStale()) return;
    await (isBegun ? complete : showFrom)(hits, labels, isStale);
    if (isStale()) return;
    element("so-far").hidden = true;
    element("nothing").hidden = hits.length > 0;
    element("failed").hidden = true;
    element("order").hidden = !question.query || !hits.length;
    howMany.textContent = hits.length ? plural(said.found, hits.length) : said.nothing;
    asking = { question, parts, total: hits.length, labels };
    await showFacets(asking, isStale);
  } catch (error) {
    loading = undefined;
    if (isStale()) return;
    console.error(error);
    howMany.textContent = "";
    list.replaceChildren();
    for (const id of ["more", "nothing", "order", "so-far", "reorder"]) element(id).hidden = true;
    element("failed").hidden = false;
  }
}

/** Does a thing after what is being done, if there is no other search by then. */
function afterwards(what) {
  const mine = turn;
  doing = doing.then(() => mine === turn && what(() => mine !== turn)).catch(console.error);
}

async function showMore() {
  const [first] = await append();
  first?.querySelector("a").focus();
}

async function reorder(isStale) {
  await showFrom(shown.hits, shown.labels, isStale);
  list.querySelector("a")?.focus();
}

function choose({ name, value, checked }) {
  chosen.get(name)[checked ? "add" : "delete"](value);
  if (name !== "inspection") return;
  // An item is chosen within its inspection, and goes with it.
  for (const item of chosen.get("item")) {
    if (!chosen.get("inspection").has(item.split("/")[0])) chosen.get("item").delete(item);
  }
}

function clear() {
  for (const values of chosen.values()) values.clear();
  form.elements.q.focus(); // the button goes
  search();
}

let pause;
form.elements.q.addEventListener("input", () => {
  clearTimeout(pause);
  pause = setTimeout(search, PAUSE);
});
form.addEventListener("submit", (event) => {
  event.preventDefault();
  clearTimeout(pause);
  search();
});
element("columns").addEventListener("change", ({ target }) => {
  if (target.type === "checkbox") choose(target);
  search();
});
element("more").addEventListener("click", ({ detail }) => {
  if (detail < 2) afterwards(showMore); // and not for the second of a double click
});
element("reorder").addEventListener("click", () => afterwards(reorder));
for (const button of document.querySelectorAll(".clear")) button.addEventListener("click", clear);

// The filters stand beside the results where there is room, and fold above them where there is not.
const wide = matchMedia("(min-width: 60em)");
const unfold = () => (element("filters").open = wide.matches);
wide.addEventListener("change", unfold);
unfold();

readAddress();
search();
for (const details of [element("filters"), ...facets.values()]) {
  details.addEventListener("toggle", () => {
    if (details.open && asking) afterwards((isStale) => showFacets(asking, isStale));
  });
}
