// Enhancements of pages that work without them; each module looks for what concerns it and does nothing else.
import "./keep.js";
import "./autosave.js";
import "./combobox.js";
import "./days.js";
import "./desk.js";
import "./grid.js";
import "./lists.js";
import "./passwords.js";
import "./progress.js";
import "./recalculate.js";
import "./sheets.js";

document.querySelector("[data-focus]")?.focus();
