// A field that suggests names while one types: names, acronyms and other names count; case and accents do not.

const MOST_SUGGESTIONS = 12;

function toKey(words) {
  return words.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().trim();
}

function findNodes(corpus, words) {
  const wanted = toKey(words).split(/\s+/).filter(Boolean);
  if (!wanted.length) return [];
  const found = [];
  for (const node of corpus.nodes.values()) {
    if (node.x === undefined) continue;
    const ranks = [node.label, ...node.other_names].map((name) => rank(toKey(name), wanted)).filter((one) => one !== null);
    if (ranks.length) found.push({ node, rank: Math.min(...ranks) + (node.type === "letter" ? 0.5 : 0) });
  }
  found.sort((one, other) => one.rank - other.rank || other.node.degree - one.node.degree || compare(one.node.label, other.node.label));
  return found.slice(0, MOST_SUGGESTIONS).map(({ node }) => node);
}

// 0 for the name itself, 1 for its beginning, 2 where words of it begin so, 3 where it only contains them.
function rank(name, wanted) {
  const whole = wanted.join(" ");
  if (name === whole) return 0;
  if (name.startsWith(whole)) return 1;
  const parts = name.split(/[^\p{L}\p{N}]+/u);
  if (wanted.every((word) => parts.some((part) => part.startsWith(word)))) return 2;
  return name.includes(whole) ? 3 : null;
}

class SearchField {
  constructor(place, label, source, choose) {
    this.source = source;
    this.choose = choose;
    this.nodes = [];
    this.active = -1;
    const list = `${place.id}-list`;
    this.input = element("input", {
      type: "search", id: `${place.id}-input`, role: "combobox", placeholder: label, "aria-label": label, autocomplete: "off",
      "aria-expanded": "false", "aria-controls": list, "aria-autocomplete": "list",
      input: () => this.suggest(), keydown: (event) => this.press(event), blur: () => setTimeout(() => this.leave(), 150),
      focus: () => this.suggest(),
    });
    this.list = element("ul", { id: list, role: "listbox", "aria-label": "Suggestions", hidden: true });
    place.classList.add("suggest");
    place.replaceChildren(this.input, this.list);
  }

  async suggest() {
    const words = this.input.value;
    if (!words.trim()) return this.close();
    const nodes = await this.source.search(words);
    if (words !== this.input.value) return; // somebody has typed on
    this.nodes = nodes;
    this.show(nodes.length ? 0 : -1);
  }

  show(active) {
    this.active = active;
    const wanted = toKey(this.input.value);
    const rows = this.nodes.map((node, number) => {
      const also = node.other_names.find((name) => toKey(name).includes(wanted) && !toKey(node.label).includes(wanted));
      return element(
        "li",
        {
          role: "option", id: `${this.list.id}-${number}`, "aria-selected": String(number === active),
          mousedown: (event) => event.preventDefault(), click: () => this.take(number),
        },
        symbol(node.type), element("span", {}, node.label), also ? element("span", { class: "also" }, also) : null,
      );
    });
    this.list.replaceChildren(...(rows.length ? rows : [element("li", { class: "none" }, "No name like this")]));
    this.list.setAttribute("role", rows.length ? "listbox" : "presentation");
    this.list.dataset.words = this.input.value; // what the suggestions belong to
    this.list.hidden = false;
    this.input.setAttribute("aria-expanded", "true");
    if (active >= 0) {
      this.input.setAttribute("aria-activedescendant", `${this.list.id}-${active}`);
      rows[active].scrollIntoView({ block: "nearest" });
    } else this.input.removeAttribute("aria-activedescendant");
  }

  press(event) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && this.nodes.length) this.show((this.active + step + this.nodes.length) % this.nodes.length);
    else if (event.key === "Enter" && this.active >= 0) this.take(this.active);
    else if (event.key === "Escape") this.close();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  take(number) {
    const node = this.nodes[number];
    this.input.value = node.label;
    this.close();
    this.choose(node.id);
  }

  leave() {
    if (document.activeElement !== this.input) this.close();
  }

  close() {
    this.list.hidden = true;
    this.active = -1;
    this.input.setAttribute("aria-expanded", "false");
    this.input.removeAttribute("aria-activedescendant");
  }
}
