// The programme without reloads: rows are dragged, small forms are sent and the page's answer is put in place.
// Everything here has a form twin; without this file the page works the same.
const ROOT = "[data-programme]";
const root = () => document.querySelector(ROOT);
let dragged = null;

function say(text) {
  const status = document.querySelector("#programme-status");
  if (status) status.textContent = text;
}

function prepare() {
  for (const row of document.querySelectorAll(`${ROOT} tr[data-item]`)) {
    row.draggable = true;
    row.querySelector(".slot").title = root().dataset.grip;
    offerStretch(row);
  }
}

// A strip under the time: pulled down, the item grows by five minutes per step. Its twin is the field with the minutes.
const STEP_PIXELS = 10;
const STEP_MINUTES = 5;

function offerStretch(row) {
  const form = row.querySelector("form.minutes");
  if (!form || row.querySelector(".stretch")) return;
  const strip = document.createElement("span");
  strip.className = "stretch";
  strip.title = root().dataset.stretch;
  strip.setAttribute("aria-hidden", "true");
  row.querySelector(".slot").append(strip);
  strip.addEventListener("pointerdown", (down) => {
    down.preventDefault();
    row.draggable = false;
    const field = form.elements.minutes;
    const before = Number(field.value);
    if (!Number.isInteger(before) || before < 1) return;
    const told = document.createElement("output");
    strip.append(told);
    strip.classList.add("held");
    strip.setPointerCapture(down.pointerId);
    const pull = (move) => {
      const steps = Math.round((move.clientY - down.clientY) / STEP_PIXELS);
      field.value = Math.max(1, before + steps * STEP_MINUTES);
      told.textContent = `${field.value} ${root().dataset.minutes}`;
    };
    const let_go = (up) => {
      strip.removeEventListener("pointermove", pull);
      told.remove();
      strip.classList.remove("held");
      row.draggable = true;
      if (up.type === "pointercancel") field.value = before;
      if (Number(field.value) !== before) form.requestSubmit();
    };
    strip.addEventListener("pointermove", pull);
    strip.addEventListener("pointerup", let_go, { once: true });
    strip.addEventListener("pointercancel", let_go, { once: true });
  });
}

// The answer is a whole page: its main part replaces the one that is shown.
function show(text, focus) {
  const page = new DOMParser().parseFromString(text, "text/html");
  const main = document.querySelector("main");
  main.replaceChildren(...page.querySelector("main").childNodes);
  prepare();
  say(main.querySelector(".note.done")?.textContent ?? "");
  (main.querySelector("[data-focus]") ?? (focus && main.querySelector(focus)))?.focus({ preventScroll: true });
}

// Refused (somebody else was quicker): the programme as it is now, with the reason above it.
async function refuse(text) {
  const page = new DOMParser().parseFromString(text, "text/html");
  const reason = page.querySelector("main p")?.textContent ?? root()?.dataset.lost ?? "";
  show(await (await fetch(location.href)).text());
  const note = document.createElement("p");
  note.className = "note warn";
  note.textContent = reason;
  document.querySelector("main .head").after(note);
  note.scrollIntoView({ block: "center" });
  say(reason);
}

async function send(address, body, focus) {
  const at = scrollY;
  try {
    const answer = await fetch(address, { method: "POST", body, headers: { Accept: "text/html" } });
    const text = await answer.text();
    if (!answer.ok) {
      await refuse(text);
      return;
    }
    show(text, focus);
    scrollTo({ top: root() ? at : 0, behavior: "instant" });
  } catch {
    say(root()?.dataset.lost ?? "");
  }
}

function order() {
  return [...document.querySelectorAll(`${ROOT} tbody[data-session]`)]
    .map((body) => `${body.dataset.session}:${[...body.querySelectorAll("tr[data-item]")].map((row) => row.dataset.item).join(",")}`)
    .join(";");
}

function unmark() {
  for (const row of root()?.querySelectorAll(".over, .over-top, .over-bottom") ?? []) {
    row.classList.remove("over", "over-top", "over-bottom");
  }
}

const upperHalf = (event, row) => event.clientY < row.getBoundingClientRect().top + row.offsetHeight / 2;

document.addEventListener("dragstart", (event) => {
  dragged = event.target.closest?.("tr[data-item]");
  if (!dragged) return;
  dragged.classList.add("dragged");
  event.dataTransfer.effectAllowed = "move";
  event.dataTransfer.setData("text/plain", dragged.dataset.item);
});

document.addEventListener("dragover", (event) => {
  const table = dragged && event.target.closest?.(".session");
  if (!table) return;
  event.preventDefault();
  unmark();
  const row = event.target.closest("tr[data-item]");
  if (row) row.classList.add(upperHalf(event, row) ? "over-top" : "over-bottom");
  else table.querySelector("tbody[data-session]").classList.add("over");
});

document.addEventListener("drop", (event) => {
  const table = dragged && event.target.closest?.(".session");
  if (!table) return;
  event.preventDefault();
  const before = order();
  const row = event.target.closest("tr[data-item]");
  if (row && row !== dragged) row[upperHalf(event, row) ? "before" : "after"](dragged);
  else if (!row) table.querySelector("tbody[data-session]").append(dragged);
  if (order() === before) return;
  const { arrange, seen, token } = root().dataset;
  const body = new FormData();
  body.set("csrf_token", token);
  body.set("seen", seen);
  body.set("order", order());
  send(arrange, body, `#m-${CSS.escape(dragged.dataset.item)}`);
});

document.addEventListener("dragend", () => {
  dragged?.classList.remove("dragged");
  dragged = null;
  unmark();
});

document.addEventListener("submit", (event) => {
  const form = event.target.closest(`${ROOT} form[data-swap]`);
  if (!form) return;
  event.preventDefault();
  const button = event.submitter;
  const body = new FormData(form);
  if (button?.name) body.set(button.name, button.value);
  const row = form.closest("tr[data-item]").id;
  const again = button?.name ? `#${row} button[value="${button.value}"]` : `#${row} input[name="minutes"]`;
  send(form.action, body, again);
});

prepare();
