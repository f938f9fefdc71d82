// Claims are decided of with keys alone: a accepts, r asks why and rejects, c corrects, s skips, u takes the last one back.
const form = document.getElementById("decide");
const isTyping = (target) => target.closest("input, textarea, select") !== null;
const press = (verdict) => form?.querySelector(`button[value="${verdict}"]`)?.click();
let wanted = "rejected";

form?.elements.reason.addEventListener("keydown", (event) => {
  if (event.key !== "Enter") return;
  event.preventDefault();
  press(wanted);
});
form?.addEventListener("submit", (event) => {
  const reason = form.elements.reason;
  const needs = event.submitter?.value !== "accepted" && reason.value.trim() === "";
  reason.setCustomValidity(needs ? "Say in a few words why." : "");
  if (!needs) return;
  event.preventDefault();
  wanted = event.submitter.value;
  reason.reportValidity();
  reason.addEventListener("input", () => reason.setCustomValidity(""), { once: true });
});

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "Escape") document.activeElement?.blur();
  if (isTyping(event.target)) return;
  const keys = {
    a: () => press("accepted"),
    r: () => { wanted = "rejected"; form?.elements.reason.focus(); },
    c: () => {
      const details = form?.querySelector("details");
      if (!details) return;
      wanted = "corrected";
      details.open = true;
      details.querySelector("select, input")?.focus();
    },
    s: () => document.querySelector("[data-skip]")?.click(),
    u: () => document.querySelector("[data-undo] button")?.click(),
  };
  const act = keys[event.key];
  if (!act) return;
  event.preventDefault();
  act();
});
