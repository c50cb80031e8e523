/* Ctrl-K, on a Mac Cmd-K: puts the focus into the page's search. Without this script it is reached as any field is. */

const isMac = /^(Mac|iP)/.test(navigator.platform);

addEventListener("keydown", (event) => {
  const isOther = event.altKey || event.shiftKey || event.metaKey !== isMac || event.ctrlKey === isMac;
  const fields = [...document.querySelectorAll("input[name=q]")]; // one, but where a page is of all languages
  const field = fields.find((each) => navigator.language.startsWith(each.closest("[lang]").lang)) ?? fields[0];
  if (event.key.toLowerCase() !== "k" || isOther || !field) return;
  event.preventDefault(); // a browser's own search
  field.focus();
  field.select();
});
