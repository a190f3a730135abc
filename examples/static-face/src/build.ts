import { copyFile, cp, mkdir, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";

import { Addresses, type Places, pathOf, placesOf } from "./addresses.js";
import { connect, type Schemas } from "./api.js";
import { type Edition, readEdition } from "./edition.js";
import type { Html } from "./html.js";
import { document, type Frame } from "./layout.js";
import { draft } from "./pages/draft.js";
import { home } from "./pages/home.js";
import { missing } from "./pages/missing.js";
import { redline } from "./pages/redline.js";
import { report } from "./pages/report.js";
import { search } from "./pages/search.js";
import { type Language, LANGUAGES, WORDS } from "./words.js";

const FOLDER = "dist";
const API = process.env["API_URL"] ?? "http://localhost:8000/api/v3/";

/** A page of this face. */
interface Leaf {
  path: string;
  title: string;
  content: Html;
  trail?: readonly Schemas["PageLink"][] | null;
  original?: string | null;
  languages: ReadonlyMap<Language, string>;
  script?: string;
}

async function build(): Promise<void> {
  const read = LANGUAGES.map((code) => readEdition(connect(API, code), code));
  const editions = (await Promise.all(read)).filter((edition) => edition !== null);
  const places = new Map(editions.map((one) => [one.language, placesOf(one)]));
  const addresses = new Addresses(API, places);
  await rm(FOLDER, { recursive: true, force: true });
  for (const edition of editions) {
    for (const leaf of leavesOf(edition, addresses)) await write(leaf, edition, addresses);
  }
  const first = editions[0];
  if (first === undefined) throw new Error(`${API} has no home page in ${LANGUAGES}`);
  await copyFile(join(FOLDER, first.language, "index.html"), join(FOLDER, "index.html"));
  await write(missingLeaf(first, addresses), first, addresses);
  await copyAssets();
}

function* leavesOf(edition: Edition, addresses: Addresses): Generator<Leaf> {
  const { language, report: newest, version } = edition;
  const words = WORDS[language];
  const places = addresses.places.get(language) ?? placesOf(edition);
  yield {
    path: places.home,
    title: edition.home.title,
    content: home(edition, addresses, places),
    original: edition.home.meta.html_url ?? null,
    languages: everywhere(addresses, (one) => one.home),
  };
  yield {
    path: places.search,
    title: words.search,
    content: search(edition, API),
    languages: everywhere(addresses, (one) => one.search),
    script: "browser/search.js",
  };
  if (newest !== null && places.report !== null) {
    yield {
      path: places.report,
      title: newest.meeting.title,
      content: report(newest, language, addresses),
      trail: newest.page.expanded?.breadcrumbs ?? null,
      original: newest.meeting.url,
      languages: translated(places.report, newest.page, addresses, language),
    };
  }
  if (version === null || places.draft === null) return;
  const languages = translated(places.draft, version.page, addresses, language);
  const trail = version.page.expanded?.breadcrumbs ?? [];
  yield {
    path: places.draft,
    title: version.draft.title,
    content: draft(version, language, addresses, places),
    trail,
    original: version.draft.url,
    languages,
  };
  if (version.redline !== null && places.redline !== null) {
    yield {
      path: places.redline,
      title: `${version.draft.title}: ${words.changes.toLowerCase()}`,
      content: redline(version.redline, language, addresses),
      trail: [...trail, version.draft],
      languages: new Map([...languages].map(([code, path]) => [code, `${path}changes/`])),
    };
  }
}

function missingLeaf({ language }: Edition, addresses: Addresses): Leaf {
  return {
    path: "/404.html",
    title: WORDS[language].missing,
    content: missing(language, API),
    languages: everywhere(addresses, (one) => one.home),
    script: "browser/missing.js",
  };
}

/** Where a page is in each language, for those that each language has. */
function everywhere(
  addresses: Addresses,
  pick: (places: Places) => string,
): ReadonlyMap<Language, string> {
  return new Map([...addresses.places].map(([code, places]) => [code, pick(places)]));
}

/** Where the translations of a page are, those that are built. */
function translated(
  path: string,
  { expanded }: { expanded: Schemas["Expansions"] | null },
  { built }: Addresses,
  language: Language,
): ReadonlyMap<Language, string> {
  const found = new Map([[language, path]]);
  for (const page of expanded?.translations ?? []) {
    const code = LANGUAGES.find((one) => one === page.locale);
    const place = pathOf(page.url);
    if (code !== undefined && place !== null && built.has(place)) found.set(code, place);
  }
  return found;
}

async function write(leaf: Leaf, edition: Edition, addresses: Addresses): Promise<void> {
  const { path, content, trail, original, ...rest } = leaf;
  const frame: Frame = {
    ...rest,
    edition,
    addresses,
    trail: trail ?? [],
    original: original ?? null,
  };
  const file = join(FOLDER, path.endsWith("/") ? `${path}index.html` : path);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, document(frame, content));
  console.log(path);
}

/** The style, and the scripts as the compiler left them. */
async function copyAssets(): Promise<void> {
  await copyFile("src/face.css", join(FOLDER, "face.css"));
  await cp("out/browser", join(FOLDER, "browser"), { recursive: true });
  for (const name of ["api.js", "html.js", "words.js"]) {
    await copyFile(join("out", name), join(FOLDER, name));
  }
  const fetching = "node_modules/openapi-fetch/dist/index.mjs";
  await copyFile(fetching, join(FOLDER, "openapi-fetch.js"));
}

await build();
