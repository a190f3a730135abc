/** The languages of this face, and its own words; all other texts are the API's. */
export type Language = "pl" | "uk";

export const LANGUAGES: readonly Language[] = ["pl", "uk"];

const PL = {
  skip: "Przejdź do treści",
  menu: "Menu",
  languages: "Języki",
  trail: "Jesteś tutaj",
  footer: "Więcej",
  search: "Szukaj",
  searchLabel: "Czego szukasz?",
  searching: "Szukam…",
  found: "Liczba wyników:",
  partly: "Zawierają tylko część słów",
  failed: "Wyszukiwarka nie odpowiada.",
  onCitySite: "Ta strona na stronie miasta",
  newestReport: "Najnowsze sprawozdanie",
  meetings: "Spotkania",
  draft: "Projekt programu",
  readDraft: "Czytaj cały projekt",
  seeChanges: "Zobacz zmiany",
  project: "O projekcie",
  date: "Data",
  time: "Godziny",
  place: "Miejsce",
  status: "Stan",
  number: "Numer",
  calendar: "Dodaj do kalendarza",
  attendance: "Uczestnicy",
  declared: "Liczba uczestników:",
  organisations: "Organizacje",
  units: "Jednostki urzędu",
  agreed: "Uzgodnione zapisy",
  findings: "Ustalenia według sfer",
  agenda: "Porządek spotkania",
  before: "Było:",
  after: "Propozycja:",
  amendments: "Zmiany w tekście:",
  nextMeeting: "Następne spotkanie",
  comments: "Uwagi",
  corrections: "Sprostowania",
  files: "Pliki",
  clauses: "Treść projektu",
  consultation: "Konsultacje trwają do",
  commentsCount: "uwagi:",
  changes: "Zmiany",
  since: "Porównanie z:",
  added: "dodane",
  removed: "usunięte",
  changed: "zmienione",
  moved: "przeniesione",
  renumbered: "z nowym numerem",
  insertion: "dodano:",
  deletion: "usunięto:",
  end: "koniec zmiany",
  reasons: "Dlaczego",
  missing: "Nie ma takiej strony",
  missingLead: "Adres jest błędny albo strona została przeniesiona.",
  nearest: "Najbliższe strony",
  movedTo: "Ta strona jest pod adresem:",
  home: "Strona główna",
};

export type Words = typeof PL;

const UK: Words = {
  skip: "Перейти до змісту",
  menu: "Меню",
  languages: "Мови",
  trail: "Ви тут",
  footer: "Більше",
  search: "Шукати",
  searchLabel: "Що ви шукаєте?",
  searching: "Шукаю…",
  found: "Кількість результатів:",
  partly: "Містять лише частину слів",
  failed: "Пошук не відповідає.",
  onCitySite: "Ця сторінка на сайті міста",
  newestReport: "Найновіший звіт",
  meetings: "Зустрічі",
  draft: "Проєкт програми",
  readDraft: "Читати весь проєкт",
  seeChanges: "Переглянути зміни",
  project: "Про проєкт",
  date: "Дата",
  time: "Час",
  place: "Місце",
  status: "Стан",
  number: "Номер",
  calendar: "Додати до календаря",
  attendance: "Учасники",
  declared: "Кількість учасників:",
  organisations: "Організації",
  units: "Підрозділи управи",
  agreed: "Узгоджені формулювання",
  findings: "Висновки за сферами",
  agenda: "Порядок денний",
  before: "Було:",
  after: "Пропозиція:",
  amendments: "Зміни в тексті:",
  nextMeeting: "Наступна зустріч",
  comments: "Зауваження",
  corrections: "Виправлення",
  files: "Файли",
  clauses: "Текст проєкту",
  consultation: "Консультації тривають до",
  commentsCount: "зауваження:",
  changes: "Зміни",
  since: "Порівняння з:",
  added: "додано",
  removed: "вилучено",
  changed: "змінено",
  moved: "перенесено",
  renumbered: "з новим номером",
  insertion: "додано:",
  deletion: "вилучено:",
  end: "кінець зміни",
  reasons: "Чому",
  missing: "Такої сторінки немає",
  missingLead: "Адреса хибна, або сторінку перенесено.",
  nearest: "Найближчі сторінки",
  movedTo: "Ця сторінка за адресою:",
  home: "Головна сторінка",
};

export const WORDS: Readonly<Record<Language, Words>> = { pl: PL, uk: UK };

/** „26 lipca 2013”. */
export function longDate(day: string, language: Language): string {
  const form = new Intl.DateTimeFormat(language, { dateStyle: "long", timeZone: "UTC" });
  return form.format(new Date(day));
}

/** „12:00–15:30”. */
export function hours(from: string | null, to: string | null): string {
  return [from, to]
    .filter((time) => time !== null)
    .map((time) => time.slice(0, 5))
    .join("–");
}
