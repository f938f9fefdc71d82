// Pointing at a claim lights its words, and pointing at words lights their claims; the page reads the same without this.
for (const reading of document.querySelectorAll(".reading")) {
  const marks = [...reading.querySelectorAll("mark")];
  const light = (ids) => {
    for (const mark of marks) mark.classList.toggle("lit", mark.dataset.claims.split(" ").some((id) => ids.includes(id)));
    for (const claim of reading.querySelectorAll(".claim")) claim.classList.toggle("lit", ids.includes(claim.id));
  };
  for (const mark of marks) {
    mark.addEventListener("mouseenter", () => light(mark.dataset.claims.split(" ")));
    mark.addEventListener("mouseleave", () => light([]));
  }
  for (const claim of reading.querySelectorAll(".claim")) {
    claim.addEventListener("mouseenter", () => light([claim.id]));
    claim.addEventListener("mouseleave", () => light([]));
    claim.addEventListener("focusin", () => light([claim.id]));
    claim.addEventListener("focusout", () => light([]));
  }
}
