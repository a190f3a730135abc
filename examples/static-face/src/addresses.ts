import type { Edition } from "./edition.js";
import type { Language } from "./words.js";

/** The path of a page of the city's, which this face keeps; none for what is no page. */
export function pathOf(url: string | null): string | null {
  return url === null ? null : decodeURI(new URL(url).pathname);
}

/** Where in this face the pages of a language are. */
export function placesOf(edition: Edition) {
  const draft = pathOf(edition.version?.draft.url ?? null);
  return {
    home: `/${edition.language}/`,
    report: pathOf(edition.report?.meeting.url ?? null),
    draft,
    redline: draft !== null && edition.version?.redline ? `${draft}changes/` : null,
    search: `/${edition.language}/search/`,
  };
}

export type Places = ReturnType<typeof placesOf>;

/** Leads to pages of this face where it has them, else to the city's site. */
export class Addresses {
  readonly built: ReadonlySet<string>;

  constructor(
    readonly api: string,
    readonly places: ReadonlyMap<Language, Places>,
  ) {
    const paths = [...places.values()].flatMap((place) => Object.values(place));
    this.built = new Set(paths.filter((path) => path !== null));
  }

  /** The address to link to for a page of the city's. */
  to(url: string | null): string {
    const path = pathOf(url);
    return path !== null && this.built.has(path) ? path : (url ?? "/");
  }
}
