// A table to type in works like a sheet: Enter and the arrows go up and down a column, a block copied from a workbook
// is pasted over the cells, and rows can be added. Fields are named r<row>-<name>.
import { fold, make, say } from "./words.js";

// What is asked about a cell is answered in it, and is no cell itself.
const controls = (row) =>
  [...row.querySelectorAll("input:not([type=hidden]), select, textarea")].filter((field) => !field.closest(".question"));

function start(table) {
  const body = table.tBodies[0];
  const pattern = body.rows[body.rows.length - 1].cloneNode(true);
  const rows = () => [...body.rows];

  function addRow() {
    const place = Math.max(-1, ...[...body.querySelectorAll("[name]")].map((f) => Number(/^r(\d+)-/.exec(f.name)?.[1] ?? -1))) + 1;
    const row = pattern.cloneNode(true);
    row.classList.remove("wrong");
    for (const said of row.querySelectorAll(".error, .question, [name$='-confirmed']")) said.remove();
    for (const element of row.querySelectorAll("[name], [id], [for]")) {
      for (const name of ["name", "id", "for"]) {
        if (element.hasAttribute(name)) element.setAttribute(name, element.getAttribute(name).replace(/^r\d+-/, `r${place}-`));
      }
    }
    for (const field of row.querySelectorAll("input, textarea, select")) {
      field.classList.remove("is-invalid");
      field.removeAttribute("aria-invalid");
      field.removeAttribute("aria-describedby");
      if (field.tagName === "SELECT") field.selectedIndex = 0;
      else if (field.type === "checkbox") field.checked = false;
      else field.value = "";
    }
    const number = row.cells[0].firstChild;
    if (number?.nodeType === Node.TEXT_NODE) number.textContent = String(body.rows.length + 1);
    for (const label of row.querySelectorAll("label")) label.textContent = label.textContent.replace(/\d+$/, body.rows.length + 1);
    body.append(row);
    return row;
  }

  function fill(field, text) {
    if (field.tagName === "SELECT") {
      const wanted = fold(text);
      const option = [...field.options].find((each) => fold(each.text) === wanted);
      if (option) option.selected = true;
    } else if (field.type === "checkbox") {
      field.checked = /^(x|1|có|true)$/i.test(text.trim());
    } else {
      field.value = text.trim();
    }
  }

  table.addEventListener("keydown", (event) => {
    const field = event.target;
    if (!field.matches("input, select") || event.altKey || event.ctrlKey || event.metaKey || event.isComposing) return;
    const arrow = field.tagName === "SELECT" ? undefined : { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const step = event.key === "Enter" ? (event.shiftKey ? -1 : 1) : arrow;
    if (!step) return;
    event.preventDefault();
    const row = field.closest("tr");
    const column = controls(row).indexOf(field);
    const all = rows();
    const next = all[all.indexOf(row) + step] ?? (event.key === "Enter" && step > 0 ? addRow() : null);
    const target = next && controls(next)[column];
    target?.focus();
    target?.select?.();
  });

  table.addEventListener("paste", (event) => {
    const text = event.clipboardData.getData("text/plain").replace(/\r/g, "").replace(/\n$/, "");
    if (!/[\t\n]/.test(text) || !event.target.matches("input, select")) return;
    event.preventDefault();
    let row = event.target.closest("tr");
    const column = controls(row).indexOf(event.target);
    for (const line of text.split("\n")) {
      row ??= addRow();
      const cells = controls(row);
      line.split("\t").forEach((value, n) => cells[column + n] && fill(cells[column + n], value));
      row = row.nextElementSibling;
    }
    event.target.dispatchEvent(new Event("input", { bubbles: true }));
  });

  // What was kept of a longer table needs its rows before it can be put back.
  table.closest("form")?.addEventListener("room-for", (event) => {
    const wanted = Math.max(-1, ...Object.keys(event.detail).map((name) => Number(/^r(\d+)-/.exec(name)?.[1] ?? -1)));
    while (!body.querySelector(`[name^="r${wanted}-"]`) && wanted >= 0 && body.rows.length <= 500) addRow();
  });

  const button = make("button", { type: "button", className: "btn btn-quiet" }, say("add-row"));
  button.addEventListener("click", () => controls(addRow())[0]?.focus());
  const actions = table.closest("form")?.querySelector(".actions");
  if (actions) actions.insertBefore(button, actions.querySelector(".kept-state"));
  else (table.closest(".scroll") ?? table).after(make("p", { className: "mt-2" }, button));
}

for (const table of document.querySelectorAll("table[data-grid]")) start(table);
