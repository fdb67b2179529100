// The hall's pages without reloads: a small answer is asked for every few seconds and its words are put in place; when
// somebody has tapped, the page itself is fetched again. Without this file the pages reload.
const EVERY = 5000;
const root = () => document.querySelector("[data-state]");

async function renew() {
  const page = new DOMParser().parseFromString(await (await fetch(root().dataset.page)).text(), "text/html");
  const fresh = page.querySelector("[data-state]");
  if (!fresh) return;
  root().replaceWith(fresh);
}

async function look() {
  if (!root() || document.hidden) return;
  try {
    const answer = await fetch(root().dataset.state, { headers: { Accept: "application/json" } });
    if (!answer.ok || !answer.headers.get("Content-Type")?.includes("json")) return;
    const told = await answer.json();
    if (told.mark !== root().dataset.mark) {
      await renew();
      const status = document.querySelector("#live-status");
      if (status) status.textContent = `${told.running} ${told.delay}`;
    }
    for (const place of document.querySelectorAll("[data-told]")) {
      const words = told[place.dataset.told];
      if (words !== undefined && place.textContent !== words) place.textContent = words;
      if ("tone" in place.dataset) {
        place.classList.toggle("bad", told.tone === "late");
        place.classList.toggle("ok", told.tone !== "late");
      }
    }
  } catch {
    // The network comes back; the next look tries again.
  }
}

setInterval(look, EVERY);
document.addEventListener("visibilitychange", look);
