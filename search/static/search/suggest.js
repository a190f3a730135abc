// Suggestions while typing, for each form that names their address in data-suggest:
// the editable combobox with a listbox of ARIA 1.2. Without it the form just searches.
{
  const DELAY = 150;
  const LEAST = 2;

  const make = (name, attributes, text = "") => {
    const element = document.createElement(name);
    Object.entries(attributes).forEach((pair) => element.setAttribute(...pair));
    element.textContent = text;
    return element;
  };

  const suggest = (form) => {
    const input = form.querySelector("[type=search]");
    const { suggest: address, label, some, none } = form.dataset;
    const id = `${input.id}-suggestions`;
    const list = make("ul", { id, class: "suggestions", role: "listbox" });
    list.setAttribute("aria-label", label);
    const status = make("span", { class: "vh", role: "status" });
    let options = [];
    let active = -1;
    let timer;
    let request;

    const expand = (isOpen) => {
      list.hidden = !isOpen;
      input.setAttribute("aria-expanded", isOpen);
    };

    const activate = (index) => {
      options[active]?.setAttribute("aria-selected", false);
      active = index;
      const option = options[index];
      if (!option) return input.removeAttribute("aria-activedescendant");
      expand(true);
      option.setAttribute("aria-selected", true);
      option.scrollIntoView({ block: "nearest" });
      input.setAttribute("aria-activedescendant", option.id);
    };

    const show = (suggestions) => {
      activate(-1);
      options = suggestions.map(({ title, url, hint }, n) => {
        const option = make("li", { id: `${id}-${n}`, role: "option" }, title);
        option.setAttribute("aria-selected", false);
        option.dataset.url = url;
        if (hint) option.append(" ", make("span", { class: "hint" }, hint));
        return option;
      });
      list.replaceChildren(...options);
      expand(options.length > 0);
    };

    const stop = () => {
      clearTimeout(timer);
      request?.abort();
      status.textContent = "";
    };

    const close = () => {
      stop();
      activate(-1);
      expand(false);
    };

    const ask = async (text) => {
      const url = new URL(address, location);
      url.searchParams.set("q", text);
      request = new AbortController();
      const { signal } = request;
      try {
        const response = await fetch(url, { signal });
        const { suggestions } = await response.json();
        if (signal.aborted) return;
        show(suggestions);
        status.textContent = options.length ? some.replace("#", options.length) : none;
      } catch {
        // No network, or an answer to what was typed before: the form still searches.
      }
    };

    const open = (option) => {
      close();
      location.assign(option.dataset.url);
    };

    const keys = {
      // The field itself is one more stop between the last option and the first.
      ArrowDown: () => activate(active + 1 < options.length ? active + 1 : -1),
      ArrowUp: () => activate((active < 0 ? options.length : active) - 1),
      Enter: () => open(options[active]),
      Escape: () => {
        if (list.hidden) {
          input.value = "";
          show([]);
        }
        close();
      },
    };

    const isOurs = ({ key }) => {
      if (key === "Enter") return active >= 0;
      return key === "Escape" || (key in keys && options.length > 0);
    };

    input.addEventListener("keydown", (event) => {
      // Keys that choose among the candidates of an input method belong to it.
      if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
      if (isOurs(event)) {
        event.preventDefault();
        keys[event.key]();
      } else if (/^(Home|End|Arrow.*)$/.test(event.key)) {
        activate(-1);
      }
    });

    input.addEventListener("input", () => {
      stop();
      const text = input.value.trim();
      if (text.length < LEAST) return show([]);
      activate(-1);
      timer = setTimeout(ask, DELAY, text);
    });

    input.addEventListener("blur", close);
    form.addEventListener("submit", close);
    // The focus stays in the field, whatever is done to the list.
    list.addEventListener("mousedown", (event) => event.preventDefault());
    list.addEventListener("click", ({ target }) => {
      const option = target.closest("[role=option]");
      if (option) open(option);
    });

    form.append(list, status);
    input.autocomplete = "off";
    input.setAttribute("role", "combobox");
    input.setAttribute("aria-autocomplete", "list");
    input.setAttribute("aria-controls", id);
    expand(false);
  };

  document.querySelectorAll("form[data-suggest]").forEach(suggest);
}
