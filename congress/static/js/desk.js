// The desk of comments by keyboard, and who else has a point open.

// Up and down walk from tick box to tick box, the space bar ticks, Enter opens the row (and never sends the whole form).
for (const form of document.querySelectorAll("form.desk")) {
  const boxes = [...form.querySelectorAll("input[name=row]")];
  form.addEventListener("keydown", (event) => {
    const place = boxes.indexOf(event.target);
    if (place < 0) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      event.preventDefault();
      boxes[place + step]?.focus();
    } else if (event.key === "Enter") {
      event.preventDefault();
      event.target.closest("section")?.querySelector("[data-open]")?.click();
    }
  });
}

// <p data-here="address" data-token data-names="… {names} …" hidden>: says that this page is open and shows who else has it.
const EVERY = 40_000;

for (const line of document.querySelectorAll("[data-here]")) {
  const tell = async () => {
    if (!document.hidden) {
      try {
        const answer = await fetch(line.dataset.here, {
          method: "POST",
          headers: { "X-CSRFToken": line.dataset.token, Accept: "application/json" },
          redirect: "manual",
        });
        if (answer.ok) {
          const { others } = await answer.json();
          line.hidden = !others.length;
          line.textContent = line.dataset.names.replace("{names}", others.join(", "));
        }
      } catch {
        // no connection just now: the page is of use all the same
      }
    }
    setTimeout(tell, EVERY);
  };
  tell();
}
