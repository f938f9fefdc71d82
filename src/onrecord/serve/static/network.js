// Draws the network that the table beside it tells; choosing a name grows from it, choosing an edge opens its claims.
const CONFLICT = new Set(["asked", "accused", "sanctioned", "used force", "is against"]);
const SHAPES = { person: "ellipse", organization: "round-rectangle", state: "diamond", place: "hexagon" };
const MOST_LABELS = 36;
const LABEL_PX = 11.5;
const canvas = document.getElementById("canvas");
const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

const style = () => [
  { selector: "node", style: {
    label: "data(label)", shape: "data(shape)", width: "data(size)", height: "data(size)", "font-size": 11,
    "font-family": "Inter, sans-serif", color: colour("--ink"), "text-outline-color": colour("--card"), "text-outline-width": 2,
    "text-valign": "bottom", "text-margin-y": 3, "text-wrap": "ellipsis", "text-max-width": 150,
    "background-color": colour("--card"), "border-width": 2, "border-color": colour("--accent") } },
  { selector: "node[?grown]", style: { "background-color": colour("--accent"), "font-weight": 600 } },
  { selector: "edge", style: {
    width: "data(width)", "curve-style": "bezier", "line-color": colour("--coop"), "target-arrow-color": colour("--coop"),
    "target-arrow-shape": "data(arrow)", "arrow-scale": .8, opacity: .75 } },
  { selector: "edge[?conflict]", style: {
    "line-color": colour("--conf"), "target-arrow-color": colour("--conf"), "line-style": "dashed" } },
  { selector: "edge[!firm]", style: { "line-style": "dotted", opacity: .4 } },
  { selector: "node.quiet", style: { label: "" } },
  { selector: ".faint", style: { opacity: .15 } },
];

// One line for all cooperation and one for all conflict of two sides in one direction, so that lines stay few; what is only
// planned, alleged, possible or denied has a line of its own.
const joined = (edges) => {
  const found = new Map();
  for (const each of edges) {
    const conflict = CONFLICT.has(each.says);
    const firm = each.status === "asserted";
    const key = `${each.one} ${each.other} ${conflict} ${firm}`;
    const line = found.get(key) ?? { one: each.one, other: each.other, conflict, firm, mutual: true, claims: 0 };
    found.set(key, { ...line, mutual: line.mutual && each.mutual, claims: line.claims + each.claims });
  }
  return [...found.values()];
};

const draw = (told) => {
  const grown = new Set(told.grown);
  const nodes = told.nodes.map((each) => ({ data: {
    id: String(each.id), label: each.name, shape: SHAPES[each.kind] ?? "ellipse", grown: grown.has(each.id),
    size: 14 + 5 * Math.log2(1 + each.articles) } }));
  const edges = joined(told.edges).map((each, n) => ({ data: {
    id: `edge-${n}`, source: String(each.one), target: String(each.other), conflict: each.conflict, firm: each.firm,
    arrow: each.mutual ? "none" : "triangle", width: 1 + Math.log2(1 + each.claims) } }));
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const graph = cytoscape({
    container: canvas, elements: [...nodes, ...edges], style: style(), minZoom: .2, maxZoom: 1.6,
    layout: { name: nodes.length > 300 ? "concentric" : "cose", animate: !still && nodes.length < 80, animationDuration: 300,
      nodeRepulsion: () => 150000, idealEdgeLength: () => 110, edgeElasticity: () => 220, nodeOverlap: 40, gravity: 25,
      numIter: 1500, nodeDimensionsIncludeLabels: true, padding: 24, randomize: true,
      concentric: (node) => node.degree(), minNodeSpacing: 12 },
  });
  // Labels keep their size on the screen; in a large network the less told of have theirs when one points at them.
  const byWeight = graph.nodes().sort((one, other) => other.data("size") - one.data("size"));
  byWeight.slice(MOST_LABELS).filter("[!grown]").addClass("quiet");
  const keepSize = () => graph.batch(() => {
    const scale = 1 / graph.zoom();
    graph.nodes().style({ "font-size": LABEL_PX * scale, "text-max-width": 150 * scale, "text-margin-y": 3 * scale });
  });
  graph.on("zoom", keepSize);
  graph.one("layoutstop", keepSize);
  keepSize();
  const rows = [...document.querySelectorAll("[data-edge]")];
  const light = (one, other) => {
    for (const row of rows) row.classList.toggle("lit", row.dataset.edge === `${one}-${other}`);
  };
  graph.on("tap", "node", (event) => {
    const address = new URL(location.href);
    if (grown.has(Number(event.target.id()))) location.assign(`/who/${event.target.id()}`);
    else { address.searchParams.delete("name"); told.grown.forEach((id, n) => n ? address.searchParams.append("of", id) : address.searchParams.set("of", id)); address.searchParams.append("of", event.target.id()); location.assign(address); }
  });
  graph.on("tap", "edge", (event) => location.assign(`/between/${event.target.source().id()}/${event.target.target().id()}`));
  graph.on("mouseover", "node", (event) => {
    graph.elements().not(event.target.closedNeighborhood()).addClass("faint");
    event.target.closedNeighborhood().nodes().filter(".quiet").removeClass("quiet").addClass("called");
  });
  graph.on("mouseover", "edge", (event) => light(event.target.source().id(), event.target.target().id()));
  graph.on("mouseout", () => { graph.elements().removeClass("faint"); graph.$(".called").removeClass("called").addClass("quiet"); light(); });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => graph.style(style()));
};

fetch(`/network.json${location.search}`).then((answer) => answer.json()).then(draw);
