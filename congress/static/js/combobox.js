// A long choice gets a box to search in, without marks; the plain <select> stays underneath and is what the form sends.
// On touch screens the phone's own list is better and stays.
import { fold, icon, make, say, searched, sought } from "./words.js";

const LONG = 12;
let number = 0;

function enhance(select) {
  const id = `choice-${++number}`;
  const options = [...select.options].map((option) => ({ option, text: option.text.trim(), key: searched(option.text) }));
  const input = make("input", { type: "text", className: "form-control", id, autocomplete: "off", spellcheck: false });
  const list = make("ul", { id: `${id}-list`, hidden: true });
  const state = make("span", { className: "visually-hidden" });
  const label = document.querySelector(`label[for="${CSS.escape(select.id)}"]`);
  let shown = [];
  let at = -1;

  input.setAttribute("role", "combobox");
  input.setAttribute("aria-autocomplete", "list");
  input.setAttribute("aria-expanded", "false");
  input.setAttribute("aria-controls", list.id);
  for (const name of ["aria-describedby", "aria-invalid", "aria-required"]) {
    if (select.hasAttribute(name)) input.setAttribute(name, select.getAttribute(name));
  }
  input.classList.toggle("is-invalid", select.classList.contains("is-invalid"));
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", label?.textContent.trim() ?? "");
  state.setAttribute("role", "status");

  // A first line without a value stands for "nothing chosen yet": the box stays empty and invites to type.
  const chosen = () => (select.value ? select.selectedOptions[0].text.trim() : "");
  if (select.options[0]?.value === "") {
    const first = select.options[0].text.trim();
    input.placeholder = first && first !== "—" ? first : say("type-to-find");
  }
  const mark = (place) => {
    at = place;
    [...list.children].forEach((line, n) => line.setAttribute("aria-selected", String(n === at)));
    if (at >= 0) {
      input.setAttribute("aria-activedescendant", list.children[at].id);
      list.children[at].scrollIntoView({ block: "nearest" });
    } else {
      input.removeAttribute("aria-activedescendant");
    }
  };
  const close = () => {
    list.hidden = true;
    input.setAttribute("aria-expanded", "false");
    mark(-1);
  };
  const open = (search = "") => {
    const words = sought(search).split(/\s+/).filter(Boolean);
    shown = options.filter(({ key }) => words.every((word) => key.includes(word)));
    list.replaceChildren(
      ...shown.map(({ text }, n) => {
        const line = make("li", { id: `${id}-${n}` }, text || "—");
        line.setAttribute("role", "option");
        line.setAttribute("aria-selected", "false");
        return line;
      }),
    );
    list.hidden = !shown.length;
    input.setAttribute("aria-expanded", String(!!shown.length));
    state.textContent = shown.length ? say("found", { n: shown.length }) : say("none-found");
    mark(search ? Math.min(0, shown.length - 1) : shown.findIndex(({ option }) => option.selected));
  };
  const take = (place) => {
    const { option } = shown[place];
    if (!option.selected) {
      option.selected = true;
      select.dispatchEvent(new Event("input", { bubbles: true }));
      select.dispatchEvent(new Event("change", { bubbles: true }));
    }
    input.value = chosen();
    close();
  };

  input.value = chosen();
  input.addEventListener("input", (event) => {
    event.stopPropagation();
    open(input.value);
  });
  input.addEventListener("click", () => list.hidden && open());
  input.addEventListener("focus", () => input.select());
  input.addEventListener("blur", () => {
    if (!list.hidden && at >= 0 && fold(input.value) !== fold(chosen())) take(at);
    input.value = chosen();
    close();
  });
  input.addEventListener("keydown", (event) => {
    const closed = list.hidden;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      event.preventDefault();
      if (closed) open();
      else mark((at + step + shown.length) % shown.length);
    } else if (event.key === "Enter" && !closed) {
      event.preventDefault();
      if (at >= 0) take(at);
    } else if (event.key === "Escape" && !closed) {
      event.preventDefault();
      input.value = chosen();
      close();
    }
  });
  list.addEventListener("mousedown", (event) => {
    event.preventDefault();
    const line = event.target.closest("li");
    if (line) take([...list.children].indexOf(line));
  });
  select.addEventListener("change", () => (input.value = chosen()));
  select.addEventListener("focus", () => input.focus());

  select.hidden = true;
  label?.setAttribute("for", id);
  for (const link of document.querySelectorAll(`a[href="#${CSS.escape(select.id)}"]`)) link.href = `#${id}`;
  select.after(make("div", { className: "combo" }, input, icon("down"), list, state));
}

if (matchMedia("(pointer: fine)").matches) {
  for (const select of document.querySelectorAll("select.form-select:not([multiple]):not([data-plain])")) {
    if (select.options.length > LONG && !select.closest("table")) enhance(select);
  }
}
