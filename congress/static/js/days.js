// A day is typed as 5/8/2025; the button beside it opens the browser's own calendar.
import { icon, make, say } from "./words.js";

const iso = (text) => {
  const [, day, month, year] = text.match(/^\s*(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})\s*$/) ?? [];
  return day ? `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}` : "";
};
// As on paper: the month gets its zero only for January and February, the day always.
const onPaper = (value) => {
  const [year, month, day] = value.split("-");
  return `${day}/${Number(month) < 3 ? month : Number(month)}/${year}`;
};

for (const input of document.querySelectorAll("input[data-day]")) {
  const calendar = make("input", { type: "date", tabIndex: -1 });
  if (!calendar.showPicker || input.closest("table")) continue;
  calendar.setAttribute("aria-hidden", "true");
  const label = document.querySelector(`label[for="${CSS.escape(input.id)}"]`)?.firstChild?.textContent.trim() ?? "";
  const button = make("button", { type: "button", className: "btn btn-quiet" }, icon("calendar"));
  button.setAttribute("aria-label", say("pick-day", { field: label }));
  button.addEventListener("click", () => {
    calendar.value = iso(input.value);
    calendar.showPicker();
  });
  calendar.addEventListener("input", (event) => event.stopPropagation());
  calendar.addEventListener("change", (event) => {
    event.stopPropagation();
    if (!calendar.value) return;
    input.value = onPaper(calendar.value);
    input.dispatchEvent(new Event("input", { bubbles: true }));
    input.focus();
  });
  const box = make("div", { className: "with-button" });
  input.replaceWith(box);
  box.append(input, calendar, button);
}
