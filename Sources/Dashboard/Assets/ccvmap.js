// Everything works without this file; it saves a click and catches a double one.
"use strict";

document.addEventListener("change", (event) => {
  const form = event.target.closest("form[data-switch]");
  if (form) { form.requestSubmit(); }
});

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (!form.dataset.once) { return; }
  if (form.dataset.sent) {
    event.preventDefault();
    return;
  }
  form.dataset.sent = "1";
  for (const button of form.querySelectorAll("button")) {
    button.setAttribute("aria-disabled", "true");
  }
});

// A page that comes back out of the browser's memory would keep its forms locked.
window.addEventListener("pageshow", (event) => {
  if (event.persisted) { window.location.reload(); }
});
