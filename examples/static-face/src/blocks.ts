import type { Schemas } from "./api.js";
import { type Html, html, made } from "./html.js";
import type { Words } from "./words.js";

type Block =
  | Schemas["MeetingPageSchema"]["body"][number]
  | Schemas["HomePageSchema"]["body"][number];

/** The free text of a page. A block that the API adds one day does not compile. */
export function blocks(body: readonly Block[], words: Words): Html[] {
  return body.map((block) => printBlock(block, words));
}

function printBlock(block: Block, words: Words): Html {
  switch (block.type) {
    case "heading":
      return html`<h2>${block.value.text}</h2>`;
    case "paragraph":
      return html`<div class="text">${made(block.value)}</div>`;
    case "inset":
      return html`<div class="inset">${made(block.value)}</div>`;
    case "figure":
      return figure(block.value);
    case "quote":
      return html`<figure class="quote">
        <blockquote><p>${block.value.text}</p></blockquote>
        ${block.value.source && html`<figcaption>${block.value.source}</figcaption>`}
      </figure>`;
    case "documents":
      return documents(block.value.documents, words);
  }
}

function figure({ picture, caption }: Schemas["FigureBlock"]): Html {
  return html`<figure>
    ${picture && printPicture(picture)}
    ${caption && html`<figcaption>${caption}</figcaption>`}
  </figure>`;
}

function printPicture({ alt, renditions }: Schemas["Picture"]): Html | null {
  const largest = renditions.at(-1);
  if (largest === undefined) return null;
  const srcset = renditions.map(({ url, width }) => `${url} ${width}w`).join(", ");
  return html`<img
    src="${largest.url}" srcset="${srcset}" sizes="(min-width: 48rem) 44rem, 92vw"
    width="${largest.width}" height="${largest.height}" alt="${alt}" decoding="async">`;
}

function documents(files: readonly (Schemas["DocumentLink"] | null)[], words: Words): Html {
  return html`<section class="files" aria-label="${words.files}"><ul>
    ${files.map(
      (file) =>
        file &&
        html`<li><a href="${file.url}">${file.title}</a> (${file.filename}${
          file.size !== null && `, ${Math.ceil(file.size / 1024)} kB`
        })</li>`,
    )}
  </ul></section>`;
}
