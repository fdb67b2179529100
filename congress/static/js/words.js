// What scripts say stands in <template id="words"> of the page, in its language.
const template = document.getElementById("words");
const words = new Map(
  [...(template?.content.querySelectorAll("[data-word]") ?? [])].map((each) => [each.dataset.word, each.textContent]),
);

/** The sentence of this name, its {places} filled in. */
export function say(name, places = {}) {
  return (words.get(name) ?? "").replace(/\{(\w+)\}/g, (whole, place) => places[place] ?? whole);
}

/** A sign of the sprite. */
export function icon(name) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("class", "icon");
  svg.setAttribute("aria-hidden", "true");
  const use = document.createElementNS("http://www.w3.org/2000/svg", "use");
  use.setAttribute("href", `${template.dataset.icons}#${name}`);
  svg.append(use);
  return svg;
}

/** Text without marks and capitals, as the lists search: "Nguyễn Đức" becomes "nguyen duc". */
export function fold(text) {
  return text.normalize("NFD").replace(/\p{M}/gu, "").replace(/đ/gi, "d").toLowerCase().trim();
}

const apostrophes = / ?['’‘‛ʼʻʹ′´`＇] ?/g;

/** What is typed to search, and what a search looks through: "hhen", "h hen", "h'hen" and "h’hen" find H'Hen. */
export function sought(text) {
  return fold(text).replace(apostrophes, "");
}
export function searched(text) {
  return `${sought(text)}\n${fold(text).replace(apostrophes, " ")}`;
}

/** 10:32 of a moment. */
export function clock(moment = Date.now()) {
  const time = new Date(moment);
  return `${String(time.getHours()).padStart(2, "0")}:${String(time.getMinutes()).padStart(2, "0")}`;
}

/** An element with properties and children: make("button", {type: "button"}, "…"). */
export function make(tag, properties = {}, ...children) {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
}
