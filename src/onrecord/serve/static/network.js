// Draws the network that the table beside it tells; choosing a name grows from it, choosing an edge opens its claims.
const CONFLICT = new Set(["asked", "accused", "sanctioned", "used force", "is against"]);
const SHAPES = { person: "ellipse", organization: "round-rectangle", state: "diamond", place: "hexagon" };
const LABEL_PX = 11.5;
const LABEL_MOST_PX = 150;
const GAP_PX = 3;
const MANY = 60;
const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));
const ROOM_PX = 46;
const NAMED = 16;
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
  { selector: "edge.many", style: { opacity: .3, "curve-style": "straight", "target-arrow-shape": "none" } },
  { selector: "edge.aside", style: { opacity: 0, events: "no" } },
  { selector: "edge.near", style: { opacity: .9 } },
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

// Many names lie on a spiral around those from which the network grew, the most told of nearest: nothing moves, none lie on
// each other, and the drawing is as wide as there is room.
const spiral = (nodes) => {
  const stretch = Math.sqrt(canvas.clientWidth / canvas.clientHeight);
  const order = [...nodes].sort((one, other) => (other.data.grown - one.data.grown) || (other.data.size - one.data.size));
  const middle = order.filter(({ data }) => data.grown).length;
  return new Map(order.map(({ data }, n) => {
    const away = ROOM_PX * (data.grown ? 2 * Math.sqrt(n) : Math.sqrt(n + 4 * middle));
    return [data.id, { x: away * stretch * Math.cos(n * GOLDEN_ANGLE), y: away / stretch * Math.sin(n * GOLDEN_ANGLE) }];
  }));
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
  const many = nodes.length > MANY;
  const places = many ? spiral(nodes) : new Map();
  const graph = cytoscape({
    container: canvas, elements: [...nodes, ...edges], style: style(), minZoom: .05, maxZoom: 1.6,
    layout: many ? { name: "preset", positions: (node) => places.get(node.id()) } : {
      name: "cose", animate: !still, animationDuration: 300, nodeRepulsion: () => 150000, idealEdgeLength: () => 110,
      edgeElasticity: () => 220, nodeOverlap: 40, gravity: 25, numIter: 1500, nodeDimensionsIncludeLabels: true,
      padding: 24, randomize: true },
  });
  if (many) {
    graph.edges().addClass("many");
    graph.edges().filter((edge) => !edge.source().data("grown") && !edge.target().data("grown")).addClass("aside");
  }
  // Labels keep their size on the screen. Where they would lie on each other, the less told of have theirs when one points
  // at them; nearer by there is room for more.
  const byWeight = graph.nodes().sort((one, other) =>
    (other.data("grown") - one.data("grown")) || (other.data("size") - one.data("size")));
  const box = (node) => {
    const at = node.renderedPosition();
    const half = Math.min(LABEL_MOST_PX, node.data("label").length * LABEL_PX * .56) / 2;
    const top = at.y + node.renderedHeight() / 2 + GAP_PX;
    return [at.x - half, top, at.x + half, top + LABEL_PX * 1.2];
  };
  const round = (node) => {
    const at = node.renderedPosition();
    const half = node.renderedWidth() / 2;
    return Object.assign([at.x - half, at.y - half, at.x + half, at.y + half], { id: node.id() });
  };
  const meets = (one, other) => one[0] < other[2] && other[0] < one[2] && one[1] < other[3] && other[1] < one[3];
  const declutter = () => graph.batch(() => {
    const scale = 1 / graph.zoom();
    graph.nodes().style({ "font-size": LABEL_PX * scale, "text-max-width": LABEL_MOST_PX * scale, "text-margin-y": GAP_PX * scale });
    let shown = [];
    byWeight.forEach((node, n) => {
      if (many && n === NAMED) shown = [...shown, ...graph.nodes().map((each) => round(each))];
      const own = box(node);
      const quiet = !node.data("grown") && shown.some((other) => other.id !== node.id() && meets(own, other));
      node.toggleClass("quiet", quiet);
      if (!quiet) shown.push(own);
    });
  });
  // Labels reach beyond their names: the drawing is made so small that none is cut off.
  const settle = () => {
    for (let n = 0; n < 3; n += 1) { graph.fit(undefined, 16); declutter(); }
  };
  let wait = 0;
  graph.on("zoom", () => { cancelAnimationFrame(wait); wait = requestAnimationFrame(declutter); });
  graph.on("dragfree", "node", declutter);
  graph.one("layoutstop", settle);
  settle();
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
    event.target.connectedEdges().addClass("near");
    event.target.closedNeighborhood().nodes().filter(".quiet").removeClass("quiet").addClass("called");
  });
  graph.on("mouseover", "edge", (event) => light(event.target.source().id(), event.target.target().id()));
  graph.on("mouseout", () => { graph.elements().removeClass("faint near"); graph.$(".called").removeClass("called").addClass("quiet"); light(); });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => graph.style(style()));
};

fetch(`/network.json${location.search}`).then((answer) => answer.json()).then(draw);
