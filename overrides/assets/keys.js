/* Ctrl-K, on a Mac Cmd-K: puts the focus into the page's search. Without this script it is reached as any field is. */

const isMac = /^(Mac|iP)/.test(navigator.platform);

addEventListener("keydown", (event) => {
  const isOther = event.altKey || event.shiftKey || event.metaKey !== isMac || event.ctrlKey === isMac;
  const field = document.querySelector("input[name=q]");
  if (event.key.toLowerCase() !== "k" || isOther || !field) return;
  event.preventDefault(); // a browser's own search
  field.focus();
  field.select();
});
