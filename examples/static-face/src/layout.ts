import type { Addresses } from "./addresses.js";
import type { Schemas } from "./api.js";
import type { Edition } from "./edition.js";
import { type Html, html } from "./html.js";
import { LANGUAGES, type Language, WORDS } from "./words.js";

/** What a page has beside its content. */
export interface Frame {
  edition: Edition;
  addresses: Addresses;
  title: string;
  /** The same page on the city's site; none for what only this face has. */
  original: string | null;
  trail: readonly Schemas["PageLink"][];
  /** Where the same page is in the languages of this face. */
  languages: ReadonlyMap<Language, string>;
  script?: string;
}

/** A whole document. */
export function document(frame: Frame, content: Html): string {
  const { edition, title, original, script } = frame;
  const { language, website } = edition;
  const words = WORDS[language];
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${title} – ${website.name}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/face.css">
${original !== null && html`<link rel="canonical" href="${original}">`}
${script !== undefined && scripts(script)}
</head>
<body>
<a class="skip" href="#main">${words.skip}</a>
${header(frame)}
<main id="main" tabindex="-1">
${trail(frame)}
<h1>${title}</h1>
${content}
${original !== null && html`<p class="small"><a href="${original}">${words.onCitySite}</a></p>`}
</main>
${footer(frame)}
</body>
</html>
`.text;
}

function scripts(name: string): Html {
  return html`<script type="importmap">{"imports": {"openapi-fetch": "/openapi-fetch.js"}}</script>
<script type="module" src="/${name}"></script>`;
}

function header({ edition, addresses, languages }: Frame): Html {
  const { language, navigation, website } = edition;
  const words = WORDS[language];
  return html`<header><div class="bar">
<p class="name"><a href="/${language}/">${website.name}</a></p>
<nav aria-label="${words.menu}"><ul>
${navigation.header.map(
  (item) => html`<li><a href="${addresses.to(item.url)}">${item.title}</a></li>`,
)}
<li><a href="/${language}/search/">${words.search}</a></li>
</ul></nav>
<nav aria-label="${words.languages}"><ul>
${LANGUAGES.map((code) => {
  const known = website.languages.find((one) => one.code === code);
  const place = languages.get(code);
  return (
    known &&
    place !== undefined &&
    html`<li><a href="${place}" lang="${code}" hreflang="${code}"${
      code === language && html` aria-current="true"`
    }>${known.name}</a></li>`
  );
})}
</ul></nav>
</div></header>`;
}

function trail({ edition, addresses, trail }: Frame): Html | null {
  if (trail.length === 0) return null;
  return html`<nav class="trail" aria-label="${WORDS[edition.language].trail}"><ol>
${trail.map((page) => html`<li><a href="${addresses.to(page.url)}">${page.title}</a></li>`)}
</ol></nav>`;
}

function footer({ edition, addresses }: Frame): Html {
  const { contacts, credits } = edition.website;
  return html`<footer><div class="bar">
${credits && html`<p>${credits.funding_note}</p>
<p class="logos">${credits.logos.map(
  ({ url, alt, width, height }) =>
    html`<img src="${url}" alt="${alt}" width="${width}" height="${height}">`,
)}</p>`}
<nav aria-label="${WORDS[edition.language].footer}"><ul>
${edition.navigation.footer.map(
  (item) => html`<li><a href="${addresses.to(item.url)}">${item.title}</a></li>`,
)}
${contacts.email !== null && html`<li><a href="mailto:${contacts.email}">${contacts.email}</a></li>`}
</ul></nav>
</div></footer>`;
}
