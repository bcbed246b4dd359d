// Light or dark, as the system is until somebody says otherwise; on paper always light.

class Theme {
  constructor(picture) {
    this.picture = picture;
    window.addEventListener("beforeprint", () => this.show("light"));
    window.addEventListener("afterprint", () => this.show(this.chosen));
    this.choose(matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light");
  }

  switch() {
    this.choose(this.chosen === "dark" ? "light" : "dark");
  }

  choose(name) {
    this.chosen = name;
    find("theme").textContent = name === "dark" ? "Light" : "Dark";
    this.show(name);
  }

  show(name) {
    document.documentElement.dataset.theme = name;
    this.picture.refresh(this.picture.marked);
    this.picture.network.redraw();
  }
}
