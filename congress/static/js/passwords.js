// A password can be looked at while it is typed: fewer wrong attempts on a phone.
import { make, say } from "./words.js";

for (const input of document.querySelectorAll("input[type=password]")) {
  const button = make("button", { type: "button", className: "btn btn-quiet" }, say("show-password"));
  const state = make("span", { className: "visually-hidden" });
  state.setAttribute("role", "status");
  button.setAttribute("aria-controls", input.id);
  const show = (shown) => {
    input.type = shown ? "text" : "password";
    button.textContent = say(shown ? "hide-password" : "show-password");
  };
  button.addEventListener("click", () => {
    show(input.type === "password");
    state.textContent = say(input.type === "text" ? "password-shown" : "password-hidden");
  });
  input.form?.addEventListener("submit", () => show(false));
  const box = make("div", { className: "with-button" });
  input.replaceWith(box);
  box.append(input, button, state);
}
