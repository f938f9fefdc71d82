// Choosing words shows their claim, and choosing a claim shows its words; the numbers are links that work without this.
for (const reading of document.querySelectorAll(".reading")) {
  const marks = [...reading.querySelectorAll("mark")];
  const claims = [...reading.querySelectorAll(".claim")];
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const idsOf = (mark) => mark.dataset.claims.split(" ");
  const light = (ids) => {
    for (const mark of marks) mark.classList.toggle("lit", idsOf(mark).some((id) => ids.includes(id)));
    for (const claim of claims) claim.classList.toggle("lit", ids.includes(claim.id));
  };
  const reveal = (element) => element?.scrollIntoView({ block: "nearest", behavior: still ? "auto" : "smooth" });
  let kept = [];
  const keep = (ids) => { kept = ids; light(ids); };

  for (const mark of marks) {
    mark.addEventListener("mouseenter", () => light(idsOf(mark)));
    mark.addEventListener("mouseleave", () => light(kept));
    mark.addEventListener("click", () => {
      const closest = mark.dataset.closest;
      keep([closest]);
      reveal(document.getElementById(closest));
    });
  }
  for (const claim of claims) {
    const show = () => {
      keep([claim.id]);
      reveal(marks.find((mark) => idsOf(mark).includes(claim.id)));
    };
    claim.addEventListener("mouseenter", () => light([claim.id]));
    claim.addEventListener("mouseleave", () => light(kept));
    claim.addEventListener("focusin", () => light([claim.id]));
    claim.addEventListener("click", (event) => { if (!event.target.closest("a, button, form")) show(); });
  }
  document.addEventListener("keydown", (event) => { if (event.key === "Escape") keep([]); });

  const follow = () => {
    const id = decodeURIComponent(location.hash.slice(1));
    const claim = claims.find((each) => each.id === id);
    if (!claim) return;
    keep([id]);
    reveal(claim);
    marks.find((mark) => idsOf(mark).includes(id))?.scrollIntoView({ block: "center", behavior: "auto" });
  };
  addEventListener("hashchange", follow);
  follow();
}
