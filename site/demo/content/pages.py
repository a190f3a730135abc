"""The home page and the plain pages of the demo."""

from typing import Any

HOME: dict[str, Any] = {
    "slug": "home",
    "title": "Współtworzymy Program współpracy Białegostoku na rok 2014",
    "lead": "Mieszkańcy, organizacje i urząd razem piszą zasady współpracy. Przeczytaj "
    "projekt, przyjdź na spotkanie, powiedz, co zmienić.",
    "site_name": "Laboratorium Obywatelskie",
    "tagline": "Współtworzymy Program współpracy Białegostoku",
    "contact_email": "centrum@um.bialystok.pl",
}

MEETINGS: dict[str, Any] = {
    "slug": "spotkania",
    "title": "Spotkania",
    "lead": "Terminy spotkań grupy roboczej i sprawozdania z nich: kto przyszedł, "
    "co ustalono, co zaproponowano.",
    "show_in_menus": True,
}
PROGRAMMES: dict[str, Any] = {
    "slug": "programy",
    "title": "Programy współpracy",
    "lead": "Program współpracy miasta z organizacjami pozarządowymi: co roku nowy, "
    "uchwalany do 30 listopada.",
    "show_in_menus": True,
}
PROGRAMME: dict[str, Any] = {
    "slug": "2014",
    "title": "Program współpracy na rok 2014",
    "lead": "Program współpracy Miasta Białystok z organizacjami pozarządowymi oraz "
    "innymi podmiotami prowadzącymi działalność pożytku publicznego w roku 2014.",
    "year": 2014,
    "stage": "drafting",
    "legal_basis": "art. 5a ustawy z dnia 24 kwietnia 2003 r. o działalności pożytku "
    "publicznego i o wolontariacie",
}
DRAFTS: list[dict[str, Any]] = [
    {
        "slug": "wersja-1",
        "title": "Wersja 1",
        "number": 1,
        "label": "przed spotkaniem 26 lipca",
        "date": "2013-07-12",
        "status": "superseded",
        "lead": "Zapisy, nad którymi grupa robocza rozmawiała 26 lipca 2013 r.",
    },
    {
        "slug": "wersja-2",
        "title": "Wersja 2",
        "number": 2,
        "label": "po spotkaniu 26 lipca",
        "date": "2013-07-29",
        "status": "circulated",
        "lead": "Zapisy uwzględniające ustalenia ze spotkania 26 lipca 2013 r.",
        "summary": "<p>Zadania polityki społecznej podzielono na trzy kategorie, "
        "dodano dwa zadania, uzupełniono ust. 29 i rozszerzono zapis o kolekcji "
        "dzieł sztuki.</p>",
    },
]

PLAIN: list[dict[str, Any]] = [
    {
        "slug": "o-projekcie",
        "title": "O projekcie",
        "show_in_menus": True,
        "lead": "Co roku miasto przyjmuje program współpracy z organizacjami "
        "pozarządowymi. Tutaj widać, jak powstaje.",
        "body": [
            ("heading", "Jak powstaje program"),
            (
                "paragraph",
                "<p>Grupa robocza spotyka się na warsztatach. Po każdym spotkaniu "
                "ukazuje się sprawozdanie, a po nim nowa wersja projektu. Każdy zapis "
                "ma stały adres, pod którym widać jego brzmienie we wszystkich "
                "wersjach i spotkania, na których był omawiany.</p>",
            ),
            ("heading", "Skąd są te treści"),
            (
                "paragraph",
                "<p>Strona pokazuje sprawozdanie z warsztatów w Białymstoku z 26 lipca "
                "2013 r. Zapisy oznaczone jako „tekst przykładowy” nie pochodzą "
                "ze sprawozdania.</p>",
            ),
        ],
    },
    {
        "slug": "deklaracja-dostepnosci",
        "title": "Deklaracja dostępności",
        "show_in_footer": True,
        "lead": "Jak dbamy o to, by z tej strony mógł skorzystać każdy, i komu "
        "zgłosić problem.",
        "body": [
            (
                "declaration",
                {
                    "body_name": "Urząd Miejski w Białymstoku",
                    "url": "https://www.bialystok.pl/",
                    "published": "2013-07-29",
                    "updated": "2013-07-29",
                    "status": "partial",
                    "exceptions": "<p>To strona pokazowa: przed uruchomieniem urząd "
                    "wpisuje tu wynik własnej oceny.</p>",
                    "prepared": "2013-07-29",
                    "reviewed": None,
                    "assessor": "",
                    "contact_name": "Centrum Współpracy Organizacji Pozarządowych",
                    "contact_email": "centrum@um.bialystok.pl",
                    "contact_phone": "",
                    "procedure": "<p>Każdy może zgłosić problem z dostępnością lub "
                    "zażądać jej zapewnienia. Odpowiadamy niezwłocznie, najpóźniej "
                    "w ciągu 7 dni. Na odmowę można złożyć skargę, także do Rzecznika "
                    "Praw Obywatelskich.</p>",
                    "architecture": "",
                },
            )
        ],
    },
    {
        "slug": "polityka-prywatnosci",
        "title": "Polityka prywatności",
        "show_in_footer": True,
        "lead": "Jakie dane zbieramy i po co.",
        "body": [
            (
                "paragraph",
                "<p>Do czytania strony nie trzeba podawać żadnych danych. Strona nie "
                "korzysta z reklam, statystyk ani innych usług, które śledzą "
                "czytelników, i nie wczytuje niczego z cudzych serwerów.</p>"
                "<p>Nazwisk uczestników spotkań nie publikujemy: podajemy nazwy "
                "organizacji i jednostek urzędu.</p>",
            )
        ],
    },
]
