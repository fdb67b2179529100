// <form data-recalculate>: figures that follow from what is typed ([data-live] with an id) are asked from the server
// shortly after the last key, by sending the form without its saving button; what is typed is not touched.
const QUIET = 400;

function watch(form) {
  let timer;
  let asked = 0;

  async function ask() {
    const mine = ++asked;
    const answer = await fetch(form.action || location.href, { method: "POST", body: new FormData(form), redirect: "manual" }).catch(() => null);
    if (!answer?.ok || mine !== asked) return;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    if (mine !== asked) return;
    for (const place of document.querySelectorAll("[data-live]")) {
      const fresh = page.getElementById(place.id);
      if (fresh && fresh.innerHTML !== place.innerHTML) place.replaceChildren(...document.importNode(fresh, true).childNodes);
    }
  }

  // Enter and the arrows go up and down a column; Enter does not send the form from inside the table.
  form.addEventListener("keydown", (event) => {
    const [, place, name] = /^c(\d+)-(\w+)$/.exec(event.target.name ?? "") ?? [];
    if (!name || event.target.tagName !== "INPUT" || event.altKey || event.ctrlKey || event.metaKey || event.isComposing) return;
    const step = event.key === "Enter" ? (event.shiftKey ? -1 : 1) : { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const next = form.elements[`c${Number(place) + step}-${name}`];
    if (!next?.checkVisibility?.()) return;
    next.focus();
    next.select();
  });

  form.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(ask, QUIET);
  });
}

for (const form of document.querySelectorAll("form[data-recalculate]")) watch(form);
