import { type Api, type Schemas, told } from "./api.js";
import type { Language } from "./words.js";

/** The newest meeting that is reported on: its page, and what was found there. */
export interface Report {
  page: Schemas["MeetingPageSchema"];
  meeting: Schemas["Meeting"];
}

/** The newest version of the programme, and what changed in it. */
export interface Version {
  page: Schemas["ProgrammeDraftPageSchema"];
  draft: Schemas["Draft"];
  redline: Schemas["Redline"] | null;
}

/** All that is read of the API in one language. */
export interface Edition {
  language: Language;
  website: Schemas["Website"];
  navigation: Schemas["Navigation"];
  home: Schemas["HomePageSchema"];
  meetings: Schemas["MeetingEntry"][];
  report: Report | null;
  version: Version | null;
}

/** Read a language; one that has no home page gives nothing. */
export async function readEdition(api: Api, language: Language): Promise<Edition | null> {
  const query = { locale: language };
  const navigation = await told(api.GET("/api/v3/navigation/", { params: { query } }));
  if (navigation.home === null) return null;
  const home = await readPage(api, navigation.home.id);
  if (home.type !== "frontpage.HomePage") throw new Error(`A home page of ${home.type}`);
  const website = await told(api.GET("/api/v3/site/", { params: { query } }));
  const { items } = await told(
    api.GET("/api/v3/meetings/", { params: { query: { ...query, limit: 100 } } }),
  );
  return {
    language,
    website,
    navigation,
    home,
    meetings: items,
    report: await readReport(api, items.find((meeting) => meeting.is_report)),
    version: await readVersion(api, language),
  };
}

function readPage(api: Api, key: number) {
  return told(
    api.GET("/api/v3/pages/{page_id}/", {
      params: { path: { page_id: key }, query: { expand: ["breadcrumbs", "translations"] } },
    }),
  );
}

async function readReport(
  api: Api,
  newest: Schemas["MeetingEntry"] | undefined,
): Promise<Report | null> {
  if (newest === undefined) return null;
  const page = await readPage(api, newest.id);
  if (page.type !== "meetings.MeetingPage") throw new Error(`A meeting of ${page.type}`);
  const params = { path: { meeting_id: newest.id } };
  const meeting = await told(api.GET("/api/v3/meetings/{meeting_id}/", { params }));
  return { page, meeting };
}

async function readVersion(api: Api, locale: Language): Promise<Version | null> {
  const query = { locale, limit: 1 };
  const { items } = await told(api.GET("/api/v3/programmes/", { params: { query } }));
  const newest = items[0]?.current_draft;
  if (!newest) return null;
  const page = await readPage(api, newest.id);
  if (page.type !== "programmes.ProgrammeDraftPage") {
    throw new Error(`A version of ${page.type}`);
  }
  const path = { draft_id: newest.id };
  const draft = await told(
    api.GET("/api/v3/programmes/drafts/{draft_id}/", { params: { path } }),
  );
  if (draft.changes === null) return { page, draft, redline: null };
  const redline = await told(
    api.GET("/api/v3/programmes/drafts/{draft_id}/redline/", {
      params: { path, query: { since: draft.changes.since.id, only_changes: true } },
    }),
  );
  return { page, draft, redline };
}
