// A safety net under ordinary forms: what is typed stays in this tab until it is saved, and is offered again afterwards.
// Besides: a warning before leaving unsaved work, and one submission per press.
import * as typed from "./typed.js";
import { clock, make, say } from "./words.js";

const posts = [...document.forms].filter((form) => form.method === "post");
const ordinary = posts.filter(
  (form) =>
    !form.classList.contains("inline") &&
    !form.querySelector(".bulk") && // choosing rows is no writing
    form.querySelector("input:not([type=hidden]), textarea, select"),
);
const UNSAVED = ".errors, [data-unsaved]"; // the page came back with what was sent, and nothing is saved
const secret = (form) => form.querySelector("input[type=password]");
const mishap = document.body.classList.contains("mishap") || document.body.classList.contains("door");

function settleWhatWasSent() {
  for (const key of typed.keys()) {
    const item = typed.kept(key);
    if (!item?.sent) continue;
    const refused = mishap || (key.includes(`:${location.pathname}#`) && document.querySelector(UNSAVED));
    if (refused) typed.keep(key, { ...item, sent: false });
    else typed.forget(key);
  }
}

function offer(form, key, item) {
  const note = make("div", { className: "note" });
  const back = make("button", { type: "button", className: "btn btn-quiet btn-sm" }, say("bring-back"));
  const drop = make("button", { type: "button", className: "btn btn-quiet btn-sm" }, say("drop"));
  note.append(make("p", { className: "mb-1" }, say("kept", { time: clock(item.at) })), back, drop);
  note.setAttribute("role", "status");
  back.addEventListener("click", () => {
    form.dispatchEvent(new CustomEvent("room-for", { detail: item.fields }));
    typed.write(form, item.fields);
    note.remove();
    form.querySelector("input:not([type=hidden]), textarea, select")?.focus();
  });
  drop.addEventListener("click", () => {
    typed.forget(key);
    note.remove();
  });
  form.prepend(note);
}

function watch(form) {
  const key = typed.place(form);
  const before = typed.read(form);
  const shownAgain = document.querySelector(UNSAVED); // the page already holds what was typed
  let timer;
  let sending = false;
  const item = typed.kept(key);
  if (item && !shownAgain && !typed.same(item.fields, before)) offer(form, key, item);
  const changed = () => !typed.same(typed.read(form), before);
  const note = (sent) => {
    clearTimeout(timer);
    if (changed() || shownAgain) typed.keep(key, { fields: typed.read(form), at: Date.now(), sent });
  };
  form.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(() => note(false), 400);
  });
  form.addEventListener("submit", (event) => {
    if (event.defaultPrevented) return;
    sending = true;
    note(true);
  });
  addEventListener("pagehide", () => sending || (changed() && note(false)));
  addEventListener("pageshow", (event) => event.persisted && (sending = false));
  addEventListener("beforeunload", (event) => {
    if (!sending && changed()) event.preventDefault();
  });
}

// A second press of a slow button must not do the thing twice. A download stays on the page, hence the time limit.
function once(form) {
  let sent = false;
  const buttons = () => form.querySelectorAll("button:not([type=button])");
  const free = () => {
    sent = false;
    for (const button of buttons()) button.removeAttribute("aria-disabled");
  };
  form.addEventListener("submit", (event) => {
    if (sent) return event.preventDefault();
    if (event.defaultPrevented) return undefined;
    sent = true;
    for (const button of buttons()) button.setAttribute("aria-disabled", "true");
    return setTimeout(free, 8000);
  });
  addEventListener("pageshow", free);
}

// Without a connection the browser would put its own page in place of what was typed. An office PC may stand without
// any network and still reach the program, so a browser that believes itself offline is asked to try first.
const reached = new WeakSet();
document.addEventListener(
  "submit",
  async (event) => {
    const form = event.target;
    if (navigator.onLine || form.method !== "post" || reached.has(form)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    form.querySelector(".no-connection")?.remove();
    try {
      await fetch(location.href, { method: "HEAD", cache: "no-store" });
    } catch {
      const note = make("p", { className: "note warn mt-3 no-connection" }, say("no-connection"));
      note.setAttribute("role", "alert");
      form.append(note);
      note.scrollIntoView({ block: "nearest" });
      return;
    }
    reached.add(form);
    form.requestSubmit(event.submitter);
  },
  true,
);

settleWhatWasSent();
for (const form of ordinary) if (!secret(form) && !("autosave" in form.dataset) && !mishap) watch(form);
for (const form of posts) once(form);
