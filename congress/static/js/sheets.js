// Disclosures that lie over the page close with Escape, with a click elsewhere and when the focus goes on.
const sheets = [...document.querySelectorAll("details.over")];

for (const sheet of sheets) {
  sheet.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !sheet.open) return;
    sheet.open = false;
    sheet.querySelector("summary").focus();
  });
  sheet.addEventListener("focusout", (event) => {
    if (event.relatedTarget && !sheet.contains(event.relatedTarget)) sheet.open = false;
  });
}
document.addEventListener("click", (event) => {
  for (const sheet of sheets) if (!sheet.contains(event.target)) sheet.open = false;
});
