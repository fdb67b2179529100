// What somebody typed into a form: reading it, putting it back, and keeping it in this tab until it is saved.
// Kept per person, so that nobody is offered another's text on a shared machine; never a password, file or hidden field.
const reader = document.documentElement.dataset.reader ?? "";
const MINE = `typed:${reader}:`;
const NEVER = new Set(["password", "file", "hidden", "submit", "button", "image", "reset", "search"]);

const fields = (form) =>
  [...form.elements].filter((field) => field.name && !NEVER.has(field.type) && field.tagName !== "FIELDSET");

/** name → values of everything a person can type or choose. */
export function read(form) {
  const typed = {};
  for (const field of fields(form)) {
    if (field.tagName === "BUTTON") continue;
    const values = (typed[field.name] ??= []);
    if (field.type === "checkbox" || field.type === "radio") {
      if (field.checked) values.push(field.value);
    } else if (field.multiple) {
      values.push(...[...field.selectedOptions].map((option) => option.value));
    } else {
      values.push(field.value);
    }
  }
  return typed;
}

/** Put values back and tell whoever listens. */
export function write(form, typed) {
  const left = structuredClone(typed);
  for (const field of fields(form)) {
    const values = left[field.name];
    if (!values) continue;
    if (field.type === "checkbox" || field.type === "radio") {
      field.checked = values.includes(field.value);
    } else if (field.multiple) {
      for (const option of field.options) option.selected = values.includes(option.value);
    } else if (values.length) {
      field.value = values.shift();
    }
    field.dispatchEvent(new Event("input", { bubbles: true }));
    field.dispatchEvent(new Event("change", { bubbles: true }));
  }
}

export const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);

/** Where a form's text is kept: the page, and which of its forms. */
export const place = (form) =>
  `${MINE}${location.pathname}#${form.id || [...document.forms].filter((f) => f.method === "post").indexOf(form)}`;

// A full or forbidden store is no reason to stop anybody from typing.
export function keep(key, value) {
  try {
    sessionStorage.setItem(key, JSON.stringify(value));
  } catch {
    /* nothing is kept */
  }
}

export function kept(key) {
  try {
    return JSON.parse(sessionStorage.getItem(key));
  } catch {
    return null;
  }
}

export function forget(key) {
  sessionStorage.removeItem(key);
}

/** Keys of everything kept for this person; on a page of nobody, for whoever was here last. */
export const keys = () => Object.keys(sessionStorage).filter((key) => key.startsWith(reader ? MINE : "typed:"));

const forgetIf = (test) => Object.keys(sessionStorage).filter((k) => k.startsWith("typed:") && test(k)).forEach(forget);

for (const form of document.querySelectorAll("form[data-signs-out]")) {
  form.addEventListener("submit", () => forgetIf(() => true));
}
// Somebody else has signed in here: what the person before had typed goes. On the sign-in page nobody has yet.
if (reader) forgetIf((key) => !key.startsWith(MINE));
