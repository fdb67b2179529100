// <form data-autosave="address">: what is typed goes to the server 1.5 s after the last key and when the page is left.
// The server answers 2xx, perhaps with {"version": 4} for the hidden field of that name; 422 with {"errors": {field:
// [sentence]}, "stale": bool} when it does not take it; 409 when somebody else has changed it meanwhile. Until it is saved the text is kept in this tab, and put back after a reload or a new sign-in.
import * as typed from "./typed.js";
import { clock, say } from "./words.js";

const QUIET = 1500;
const AGAIN = 10_000;

function watch(form) {
  const key = typed.place(form);
  const state = form.querySelector(".kept-state, [data-autosave-state]");
  let timer;
  let saved = typed.read(form);
  let busy = false;
  let leaving = false;

  const tell = (word, places = {}, bad = false) => {
    if (!state) return;
    state.textContent = say(word, places);
    state.classList.toggle("bad", bad);
  };
  const later = (wait) => {
    clearTimeout(timer);
    timer = setTimeout(save, wait);
  };
  const refused = (word) => tell(word, {}, true);

  async function save({ last = false } = {}) {
    clearTimeout(timer);
    const now = typed.read(form);
    if (leaving || typed.same(now, saved)) return;
    if (busy && !last) return later(QUIET);
    busy = true;
    try {
      const answer = await fetch(form.dataset.autosave || form.action, {
        method: "POST",
        body: new FormData(form),
        headers: { Accept: "application/json", "X-Requested-With": "autosave" },
        keepalive: last,
        redirect: "manual",
      });
      if (answer.ok) {
        saved = now;
        typed.same(typed.read(form), now) ? typed.forget(key) : later(QUIET);
        await take(answer);
        tell("saved", { time: clock() });
      } else if (answer.status === 409) {
        refused("stale");
      } else if (answer.status === 422) {
        const { errors = {}, stale = false } = await answer.json();
        if (stale) refused("stale");
        else tell("not-valid", { why: Object.values(errors).flat()[0] ?? "" }, true);
      } else if (answer.type === "opaqueredirect" || [400, 401, 403].includes(answer.status)) {
        refused("signed-out");
        later(AGAIN * 3);
      } else {
        refused("not-saved");
        later(AGAIN);
      }
    } catch {
      refused("not-saved");
      later(AGAIN);
    } finally {
      busy = false;
    }
  }

  async function take(answer) {
    if (!answer.headers.get("Content-Type")?.startsWith("application/json")) return;
    const { version } = await answer.json();
    if (version !== undefined && form.elements.version) form.elements.version.value = version;
  }

  const item = typed.kept(key);
  if (item && !typed.same(item.fields, saved)) {
    typed.write(form, item.fields);
    tell("brought-back");
    later(QUIET);
  }
  form.addEventListener("input", () => {
    typed.keep(key, { fields: typed.read(form), at: Date.now(), sent: false });
    later(QUIET);
  });
  form.addEventListener("submit", (event) => {
    if (event.defaultPrevented) return;
    leaving = true;
    clearTimeout(timer);
    typed.keep(key, { fields: typed.read(form), at: Date.now(), sent: true });
  });
  addEventListener("pageshow", (event) => event.persisted && (leaving = false));
  document.addEventListener("visibilitychange", () => document.hidden && save({ last: true }));
  addEventListener("online", () => save());
}

for (const form of document.querySelectorAll("form[data-autosave]")) watch(form);
