/* The search page. What is asked stands in its form and in its address; what is found comes from Pagefind's indexes,
   which are files of this site, as is everything else that is asked for. Each word shown stands in the page or in
   assets/search/. Which texts stand in which index: hooks/section55/search/__init__.py. */

const STEP = 10; // results shown at once
const FACETS = ["kind", "inspection", "item", "force", "position", "year"];
const PAUSE = 300; // milliseconds after the last key before a search
// How much a word in each part of what a result shows weighs; those of no weight are there to be shown, or to sort by.
const WEIGHTS = {
  ...{ "title-en": 5, "title-cy": 5, "report-en": 1, "report-cy": 1, signed: 2 },
  ...{ title: 0, date: 0, item: 0, status: 0, every: 0 },
};
const EVERY = "ω"; // a word of every page; asked for none, Pagefind would load the whole index

const root = new URL("..", import.meta.url); // of the site, wherever it is served
const language = document.documentElement.lang;
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

/** One language's index, of several parts. Of the other language, only pages whose text exists in no other. Each language
    is asked by a program of its own: merged by Pagefind, both would be taken apart by the rules of the first one's. */
async function openIndex(of, [first, ...others]) {
  const pagefind = await import(new URL(`pagefind/${first}/pagefind.js`, root));
  const ranking = { metaWeights: WEIGHTS };
  await pagefind.options({ baseUrl: "/", ranking });
  await Promise.all(
    others.map((name) => pagefind.mergeIndex(new URL(`pagefind/${name}/`, root).href, { baseUrl: "/", ranking })),
  );
  const only = of === language ? {} : { translated: { none: ["yes"] } };
  const ask = (query, filters, more) => pagefind.search(query || EVERY, { filters: { ...filters, ...only }, ...more });
  let known = { query: null, isKnown: null };
  return {
    language: of,
    ask,
    /** Whether the index has all words of a query. */
    knows(query) {
      if (!query) return true;
      if (known.query !== query) {
        const isKnown = ask(query, {}).then(({ results: [first] }) => Boolean(first) && holds(first, query));
        known = { query, isKnown };
      }
      return known.isKnown;
    },
  };
}

/** Whether a result has all words of a query. For a word that an index does not have, Pagefind takes the longest
    beginning that it does have ("cymru" → "CyA"), and if there is none it passes the word over: for all results alike,
    so that the first of them tells. A form of a word shares its first half with it, and three letters at least; less
    only where an "-ing" leaves less ("using", "use"). */
async function holds(result, query) {
  const data = await result.data();
  const words = data.content.split(/\s+/);
  const found = result.words.map((place) => words[place]);
  const texts = [...found, ...(result.matchedMetaFields ?? []).map((name) => data.meta[name])].map(folded);
  return query.split(/\s+/).map(folded).every((word) => {
    const half = Math.max(3, Math.floor(word.length / 2) + 1);
    const begins = word.slice(0, Math.min(half, word.replace(/ing$/, "").length));
    return texts.some((text) => text.includes(begins));
  });
}

/** A text without case, accents and punctuation; "y" as "i", which English makes of it ("policy", "policies"). */
function folded(text) {
  return (text ?? "").normalize("NFD").replace(/[\p{M}\p{P}]/gu, "").toLowerCase().replace(/y/g, "i");
}

/** The indexes that a search looks into, and the labels of what they hold. */
async function load() {
  const labels = await json(`assets/search/${language}.json`);
  const parts = Object.entries(labels.indexes).filter(([, names]) => names.length);
  return { labels, indexes: await Promise.all(parts.map(([of, names]) => openIndex(of, names))) };
}

/* What is found */

/** The lists of results, to be shown by turns: one by how well they match, or by date one an index, the undated last. */
async function find({ query, filters, byDate }, indexes) {
  const lists = await Promise.all(
    indexes.map(async (index) => {
      const { results } = await index.ask(query, filters);
      if (!byDate) return results.map((result) => ({ result, index }));
      const { results: dated } = await index.ask(query, filters, { sort: { date: "desc" } });
      const ids = new Set(dated.map(({ id }) => id));
      return [...dated, ...results.filter(({ id }) => !ids.has(id))].map((result) => ({ result, index }));
    }),
  );
  return byDate ? lists : [lists.flat().sort((one, other) => other.result.score - one.result.score)];
}

/** Takes the next results off the lists, each with its data. */
async function next(lists) {
  const heads = await Promise.all(lists.map((list) => Promise.all(list.slice(0, STEP).map(withData))));
  const step = [];
  while (step.length < STEP && heads.some((head) => head.length)) {
    const first = heads.reduce((one, other) => (date(other) > date(one) || !one.length ? other : one));
    step.push(first.shift());
    lists[heads.indexOf(first)].shift();
  }
  return step;
}

async function withData(hit) {
  return { ...hit, data: await hit.result.data() };
}

function date([hit]) {
  return hit?.data.meta.date ?? "";
}

/** How many results there would be for each value of each facet, beside those chosen of the others. */
async function count({ query, filters }, indexes, names) {
  const all = Object.fromEntries(names.map((name) => [name, []])); // an empty list loads a filter and excludes nothing
  const counts = async (chosenFilters) => {
    const sums = {};
    const answers = await Promise.all(indexes.map((index) => index.ask(query, { ...all, ...chosenFilters })));
    for (const answer of answers) {
      for (const name of names) {
        sums[name] ??= {};
        for (const [value, number] of Object.entries(answer.filters[name] ?? {})) {
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

function hitRow({ data, index, result }, labels) {
  const row = element("hit").content.firstElementChild.cloneNode(true);
  const { meta, filters } = data;
  const link = row.querySelector("a");
  write(link, meta, "title");
  link.href = new URL(address(data.url.slice(1), index, labels), root);
  write(row.querySelector(".report"), meta, "report");
  const passage = row.querySelector(".passage");
  if (result.words.length) passage.append(...marked(data));
  if (index.language !== language) passage.lang = index.language;
  const [kind] = filters.kind;
  const day = ["published", "dated"].flatMap((name) => {
    const text = meta[`${name}-${language}`];
    return text ? [said[name].replace("{day}", text)] : [];
  });
  if (kind === "response" && !day.length) day.push(said.undated);
  const only = index.language === language ? [] : [said.only[index.language]];
  const status = meta.status ? [labels.statuses[meta.status]] : []; // such as withdrawn
  const told = [labels.kinds[meta.item ?? kind], ...status, ...day, ...only];
  row.querySelector(".entry-meta").textContent = told.join(" · ");
  for (const empty of row.querySelectorAll("p:empty")) empty.remove();
  return row;
}

/** The address of a result's page in the page's language, from the site's root. */
function address(path, index, { addresses }) {
  if (index.language === language) return path;
  const begins = Object.keys(addresses).find((each) => path.startsWith(each));
  return begins ? addresses[begins] + path.slice(begins.length) : path;
}

/** The passage that holds what was asked for, as text and marks. */
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

/** Shows the values of a facet that a result has, and those that are chosen. Entries: [value, label, its language].
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

function choiceRow(name, value, label, labelLanguage) {
  const row = element("choice").content.firstElementChild.cloneNode(true);
  const input = row.querySelector("input");
  input.name = name;
  input.value = value;
  const text = row.querySelector(".label");
  text.textContent = label;
  if (labelLanguage) text.lang = labelLanguage;
  return row;
}

/** The inspections whose items can be chosen: those chosen themselves, and those of items that an address brought. */
function inspectionsOfItems(labels) {
  const ids = [...chosen.get("inspection"), ...[...chosen.get("item")].map((item) => item.split("/")[0])];
  return labels.labels.inspection.map(([id]) => id).filter((id) => ids.includes(id));
}

async function showFacets(question, indexes, labels, isStale) {
  const inspections = inspectionsOfItems(labels);
  const names = FACETS.filter((name) => name !== "item" || inspections.length || chosen.get("item").size);
  const [counts, ...items] = await Promise.all([
    count(question, indexes, names),
    ...inspections.map((id) => json(`assets/search/${language}/${id}.json`)),
  ]);
  if (isStale()) return;
  const years = Object.keys(counts.year ?? {}).sort().reverse();
  const entries = { ...labels.labels, item: items.flat(), year: years.map((year) => [year, year]) };
  for (const name of FACETS) showFacet(name, entries[name], counts[name] ?? {});
  element("filters").hidden = [...facets.values()].every((facet) => facet.hidden);
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

/** The next results off the lists, as elements. */
async function nextRows(lists, labels) {
  return (await next(lists)).map((hit) => hitRow(hit, labels));
}

/* What is done */

let turn = 0; // of the searches; one that is no longer the last shows nothing
let doing = Promise.resolve(); // one thing after another: Pagefind mixes up the passages of searches side by side
let loading; // the indexes and labels, once they are asked for
let shown; // of the last search: its lists, with what is not shown yet, and the labels

/** Searches for what the form asks now. */
function search() {
  const mine = ++turn;
  const question = asked();
  writeAddress();
  showChosen();
  element("results").hidden = false;
  if (!shown) howMany.textContent = said.searching;
  doing = doing.then(() => answer(question, () => mine !== turn));
}

async function answer(question, isStale) {
  if (isStale()) return;
  try {
    loading ??= load();
    const { labels, indexes: all } = await loading;
    const known = await Promise.all(all.map((index) => index.knows(question.query)));
    if (isStale()) return;
    const indexes = all.filter((_, place) => known[place]);
    const lists = await find(question, indexes);
    const total = lists.reduce((sum, list) => sum + list.length, 0);
    const rows = await nextRows(lists, labels);
    if (isStale()) return;
    shown = { lists, labels };
    element("hits").replaceChildren(...rows);
    element("more").hidden = lists.every((list) => !list.length);
    element("nothing").hidden = total > 0;
    element("failed").hidden = true;
    element("order").hidden = !question.query || !total;
    howMany.textContent = total ? plural(said.found, total) : said.nothing;
    await showFacets(question, indexes, labels, isStale);
  } catch (error) {
    loading = undefined;
    if (isStale()) return;
    console.error(error);
    howMany.textContent = "";
    element("hits").replaceChildren();
    element("more").hidden = element("nothing").hidden = element("order").hidden = true;
    element("failed").hidden = false;
  }
}

async function showMore() {
  const mine = shown;
  const rows = await nextRows(mine.lists, mine.labels);
  if (mine !== shown || !rows.length) return;
  element("hits").append(...rows);
  element("more").hidden = mine.lists.every((list) => !list.length);
  rows[0].querySelector("a").focus();
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
  if (detail < 2) doing = doing.then(showMore).catch(console.error); // and not for the second of a double click
});
for (const button of document.querySelectorAll(".clear")) button.addEventListener("click", clear);

// The filters stand beside the results where there is room, and fold above them where there is not.
const wide = matchMedia("(min-width: 60em)");
const unfold = () => (element("filters").open = wide.matches);
wide.addEventListener("change", unfold);
unfold();

readAddress();
search();
