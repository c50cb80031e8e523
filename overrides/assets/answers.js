/* The filters of a recommendation's answers, which without this script are links, of which one holds at a time. With it
   position and nation hold together. These and the bodies ticked to be compared stand in the page's address, so that what a
   reader chose can be sent to others, and in that of the same page in the other language. It stands between the filters and
   the answers, and runs before these are shown. */

const NATIONS = { "": "*", england: ":not(.wales)", wales: ".wales" };
const rows = [...document.querySelectorAll(".filters p")];
const links = rows.flatMap((row) => [...row.querySelectorAll("a")]);
const answers = document.getElementById("answers");
const rules = document.head.appendChild(document.createElement("style"));

const valueOf = (link) => (link.hash === "#answers" ? "" : link.hash.slice(1));
const chosenIn = (row) => row.querySelector("[aria-current]");

const choose = (link) => {
  chosenIn(link.parentElement)?.removeAttribute("aria-current");
  link.setAttribute("aria-current", "true");
};

const COMPARED = "#side-by-side";
const BOXES = ".group > article > input";
const bodyOf = (box) => box.parentElement.id;

/* The address, with what was chosen in it, that of the same page in the other language, and those of the items before and
   behind this one, where the same bodies can be read side by side. */
const tell = (address) => {
  address.search = address.search.replaceAll("%2C", ",");
  history.replaceState(null, "", address);
  for (const other of document.querySelectorAll("a.switch")) {
    other.search = address.search;
    other.hash = address.hash;
  }
  const compare = address.searchParams.get("compare");
  for (const item of document.querySelectorAll(".siblings a")) {
    item.search = compare ? `?compare=${compare}` : "";
    item.hash = compare && address.hash === COMPARED ? COMPARED : "";
  }
};

/* What was chosen; where the address leads to no other place, to the choice, which holds without this script too. */
const show = (hash) => {
  const address = new URL(location);
  const chosen = { position: "", nation: "" };
  for (const row of rows) {
    const value = (chosen[row.dataset.name] = valueOf(chosenIn(row)));
    if (value) address.searchParams.set(row.dataset.name, value);
    else address.searchParams.delete(row.dataset.name);
  }
  address.hash = hash || chosen.position || chosen.nation;
  tell(address);
  answers.classList.toggle("comparing", hash === COMPARED);
  const group = chosen.position ? `#${chosen.position}` : ".group";
  const article = `article:is(${NATIONS[chosen.nation]})`;
  rules.textContent = `
    .group:not(${group}), .group:not(:has(> ${article})), :is(.group > article, .jump > li):not(${NATIONS[chosen.nation]}) { display: none }
    .answers:not(:has(${group} > ${article})) .no-match { display: block }`;
};

/* A link to a group, in a chart or from elsewhere, one that was sent by a reader without this script, and that to all. */
const follow = () => {
  if (location.hash === "#answers") for (const row of rows) choose(row.querySelector("a"));
  const named = links.find((link) => valueOf(link) && link.hash === location.hash);
  if (named) choose(named);
  show(location.hash);
};

const asked = new URLSearchParams(location.search);
for (const row of rows) {
  const own = [...row.querySelectorAll("a")];
  choose(own.find((link) => valueOf(link) && valueOf(link) === asked.get(row.dataset.name)) ?? own[0]);
}
for (const link of links) {
  link.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    choose(link);
    show("");
  });
}
follow();
addEventListener("hashchange", follow);

/* A box is ticked as soon as it is read. A comparison that was sent is shown when all of its boxes are ticked, or all of the
   page is read and one is missing; until then nothing is seen that would move. */
const compared = new Set((asked.get("compare") ?? "").split(",").filter(Boolean));
answers.classList.toggle("awaiting", location.hash === COMPARED && compared.size > 0);
const shown = () => answers.classList.remove("awaiting");
const found = () => document.querySelectorAll(`${BOXES}:checked`).length;
const reading = new MutationObserver(() => {
  for (const box of document.querySelectorAll(BOXES)) box.checked = compared.has(bodyOf(box));
  if (found() === compared.size) shown();
});
reading.observe(answers, { childList: true, subtree: true });
addEventListener("DOMContentLoaded", () => {
  reading.disconnect();
  answers.classList.toggle("partial", found() < compared.size);
  shown();
  tell(new URL(location));
});

addEventListener("change", (event) => {
  if (!event.target.matches(BOXES)) return;
  const address = new URL(location);
  const ticked = [...document.querySelectorAll(BOXES)].filter((box) => box.checked).map(bodyOf);
  answers.classList.remove("partial");
  if (ticked.length) address.searchParams.set("compare", ticked.join());
  else address.searchParams.delete("compare");
  tell(address);
});
