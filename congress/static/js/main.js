// Enhancements of pages that work without them: rows open on click, an error summary takes the focus.
for (const row of document.querySelectorAll("tr[data-href]")) {
  row.addEventListener("click", (event) => {
    if (!event.target.closest("a, button, input, label, select, textarea") && !getSelection().toString()) {
      location.href = row.dataset.href;
    }
  });
}
document.querySelector("[data-focus]")?.focus();
