/* Keeps the filters of a recommendation's answers in its address, so that what a reader chose can be sent to others,
   and in that of the same page in the other language. The filters work without this script. It stands between them and
   the answers, and runs before these are shown. */

const carry = () => document.querySelectorAll("a.switch").forEach((link) => (link.search = location.search));
const chosen = new URLSearchParams(location.search);
for (const filter of document.querySelectorAll(".filters input")) {
  if (chosen.get(filter.name) === filter.value) filter.checked = true;
  filter.addEventListener("change", () => {
    const address = new URL(location);
    if (filter.value) address.searchParams.set(filter.name, filter.value);
    else address.searchParams.delete(filter.name);
    history.replaceState(null, "", address);
    carry();
  });
}
carry();
