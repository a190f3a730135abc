import createClient from "openapi-fetch";

import type { components, paths } from "./schema.js";

export type Schemas = components["schemas"];
export type Api = ReturnType<typeof connect>;

/** A client of the API at an address such as `https://city.example/api/v3/`. */
export function connect(address: string, language: string) {
  return createClient<paths>({
    baseUrl: new URL(address).origin,
    headers: { "Accept-Language": language },
  });
}

interface Answer<Data> {
  data?: Data;
  error?: { title: string; detail: string };
  response: Response;
}

/** What was answered; what the API says is wrong is thrown. */
export async function told<Data>(asked: Promise<Answer<Data>>): Promise<Data> {
  const { data, error, response } = await asked;
  if (data === undefined) {
    const reason = error ? error.detail || error.title : response.statusText;
    throw new Error(`${response.status}: ${reason} (${response.url})`);
  }
  return data;
}
