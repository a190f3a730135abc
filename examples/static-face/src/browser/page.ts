import { type Language, LANGUAGES } from "../words.js";

/** The element of a page that a script works in. */
export function find<Kind extends HTMLElement>(id: string, kind: new () => Kind): Kind {
  const element = document.getElementById(id);
  if (element instanceof kind) return element;
  throw new Error(`There is no ${kind.name} called ${id}`);
}

/** The language of the page. */
export function pageLanguage(): Language {
  const code = document.documentElement.lang;
  return LANGUAGES.find((language) => language === code) ?? "pl";
}
