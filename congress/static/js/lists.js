// Lists: a row opens on a click anywhere, arrows walk from row to row, wide panels can be scrolled by keyboard, and
// chosen rows are counted.
import { say } from "./words.js";

for (const row of document.querySelectorAll("tr[data-href]")) {
  row.addEventListener("click", (event) => {
    if (event.target.closest("a, button, input, label, select, textarea, summary") || getSelection().toString()) return;
    if (event.ctrlKey || event.metaKey) open(row.dataset.href, "_blank", "noopener");
    else location.href = row.dataset.href;
  });
  row.addEventListener("keydown", (event) => {
    const step = { ArrowDown: "nextElementSibling", ArrowUp: "previousElementSibling" }[event.key];
    if (!step || !event.target.matches("a")) return;
    let next = row[step];
    while (next && !next.dataset.href) next = next[step];
    const link = next?.querySelector("a");
    if (link) {
      event.preventDefault();
      link.focus();
    }
  });
}

for (const panel of document.querySelectorAll(".scroll:not([tabindex])")) {
  if (panel.scrollWidth <= panel.clientWidth && panel.scrollHeight <= panel.clientHeight) continue;
  panel.tabIndex = 0;
  panel.setAttribute("role", "region");
  panel.setAttribute("aria-label", panel.querySelector("caption")?.textContent.trim() || document.title);
}

for (const bar of document.querySelectorAll(".bulk[data-bulk]")) {
  const form = bar.closest("form");
  // The boxes may lie outside the form and name it in their form attribute.
  const fields = [...form.elements];
  const boxes = fields.filter((box) => box.type === "checkbox" && box.name === bar.dataset.bulk);
  const all = fields.find((box) => box.type === "checkbox" && "all" in box.dataset);
  const count = bar.querySelector(".count");
  const show = () => {
    const chosen = boxes.filter((box) => box.checked).length;
    bar.hidden = !chosen;
    if (count) count.textContent = say("chosen", { n: chosen });
    if (all) all.checked = chosen > 0 && chosen === boxes.length;
    if (all) all.indeterminate = chosen > 0 && chosen < boxes.length;
  };
  document.addEventListener("change", (event) => {
    if (event.target.form !== form) return;
    if (event.target === all) for (const box of boxes) box.checked = all.checked;
    show();
  });
  addEventListener("pageshow", show);
  show();
}
