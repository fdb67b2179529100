// <section data-progress="address">: asks how far a long work is, moves its bar, and opens the page anew when it is done.
const EVERY = 700;

for (const place of document.querySelectorAll("[data-progress]")) {
  const bar = place.querySelector("progress");
  const text = place.querySelector("[data-progress-text]");
  const ask = async () => {
    try {
      const answer = await fetch(place.dataset.progress, { headers: { Accept: "application/json" }, redirect: "manual" });
      if (!answer.ok) return location.reload();
      const { done, total, working } = await answer.json();
      if (!working) return location.reload();
      if (total) {
        bar.max = total;
        bar.value = done;
        text.textContent = text.dataset.progressText.replace("{done}", done).replace("{total}", total);
      }
    } catch {
      // no connection just now: ask again
    }
    setTimeout(ask, EVERY);
  };
  setTimeout(ask, EVERY);
}
