"""The report of the workshop of 26 July 2013, and the meeting it announces."""

from datetime import date, time
from typing import Any

from . import programme as text

REPORT: dict[str, Any] = {
    "slug": "warsztaty-26-lipca-2013",
    "title": "Warsztaty partycypacyjne 26 lipca: sprawozdanie",
    "lead": "W dniu 26 lipca 2013 roku odbyło się drugie spotkanie grupy roboczej "
    "ds. Programu współpracy Miasta Białystok z organizacjami pozarządowymi oraz "
    "innymi podmiotami prowadzącymi działalność pożytku publicznego w roku 2014.",
    "kind": "workshop",
    "ordinal": 2,
    "status": "held",
    "date": date(2013, 7, 26),
    "declared_participants": 16,
    "attendance_introduction": "<p>W warsztatach uczestniczyło 16 osób, które "
    "reprezentowały 10 organizacji pozarządowych i 4 departamenty Urzędu Miejskiego "
    "w Białymstoku.</p>",
    "agreed_introduction": "<p>Podczas spotkania została zakończona praca nad celami "
    "Programu współpracy.</p><p>W rezultacie dyskusji zostały opracowane następujące "
    "zapisy:</p>",
    "findings_introduction": "<p>W czasie spotkania odbyła się dyskusja nad "
    "poszczególnymi zapisami dotyczącymi priorytetowych obszarów i zadań publicznych. "
    "Dotyczyła ona zadań zaproponowanych przez uczestniczące w spotkaniu departamenty "
    "Urzędu Miejskiego w Białymstoku. Dzięki temu była okazja do dialogu "
    "ze współautorami zapisów. Ustalenia dotyczyły następujących kwestii "
    "w następujących obszarach:</p>",
    "call_for_comments": "<p>Zachęcamy wszystkich zainteresowanych do zgłaszania "
    "swoich uwag, sugestii do Programu współpracy na rok 2014 drogą mailową "
    "na adres:</p>",
}

CHANNELS = [
    {
        "name": "Centrum Wspierania Organizacji Pozarządowych, Departament Spraw "
        "Społecznych, Urząd Miejski w Białymstoku",
        "email": "centrum@um.bialystok.pl",
        "unit": "centrum-wspolpracy",
    },
    {"name": "Fundacja „SocLab”", "email": "soclab@soclab.org.pl"},
]

GOALS = [
    {"clause": "main-goal", "text": text.MAIN_GOAL},
    *(
        {"clause": f"goal-{n}", "text": goal}
        for n, goal in enumerate(text.SPECIFIC_GOALS, start=1)
    ),
]

FINDINGS: list[dict[str, str]] = [
    {
        "area": "polityka-spoleczna",
        "kind": "structure",
        "text": "zaproponowano, aby poszczególne zadania priorytetowe zostały "
        "uporządkowane według trzech kategorii: zdrowie, polityka społeczna "
        "i niepełnosprawność. Zwiększy to czytelność i przejrzystość dokumentu.",
        "clause": "polityka-spoleczna",
        "wording_after": "trzy kategorie: zdrowie, polityka społeczna, "
        "niepełnosprawność",
    },
    {
        "area": "polityka-spoleczna",
        "kind": "proposal",
        "text": "pojawiła się propozycja nowego zadania priorytetowego: „Aktywizacja "
        "osób starszych”.",
        "clause": "seniors",
        "wording_after": text.SENIORS,
    },
    {
        "area": "polityka-spoleczna",
        "kind": "proposal",
        "text": "zaproponowano, aby do ust. 29 „tworzenie podmiotów ekonomii "
        "społecznej, współpraca z istniejącymi podmiotami ekonomii społecznej” "
        "dopisać „oraz promowanie idei klauzuli społecznej”.",
        "clause": "social-economy",
        "wording_before": text.SOCIAL_ECONOMY,
        "wording_after": f"{text.SOCIAL_ECONOMY} {text.SOCIAL_CLAUSE}",
    },
    {
        "area": "kultura",
        "kind": "proposal",
        "text": "zamiast „tworzenie kolekcji dzieł sztuki współczesnej” zaproponowano "
        "szerszy zapis „tworzenie kolekcji dzieł sztuki”.",
        "clause": "art-collection",
        "wording_before": text.CONTEMPORARY_ART,
        "wording_after": text.ART,
    },
    {
        "area": "kultura-fizyczna",
        "kind": "proposal",
        "text": "zaproponowano wprowadzenie nowego zadania priorytetowego: „Wspieranie "
        "postaw tolerancyjnych poprzez sport”.",
        "clause": "tolerance",
        "wording_after": text.TOLERANCE,
    },
]

NEXT_MEETING: dict[str, Any] = {
    "slug": "warsztaty-13-sierpnia-2013",
    "title": "Warsztaty partycypacyjne 13 sierpnia",
    "lead": "Kolejne spotkanie grupy roboczej ds. Programu współpracy na rok 2014. "
    "Serdecznie zapraszamy!",
    "kind": "workshop",
    "ordinal": 3,
    "status": "announced",
    "date": date(2013, 8, 13),
    "start_time": time(12, 0),
    "end_time": time(15, 30),
}
NEXT_TOPICS = [
    "zadania priorytetowe z obszaru dialogu społecznego, poprawy infrastruktury "
    "organizacji i usprawnienia form współpracy Miasta z organizacjami",
    "obszar edukacji oraz finansowe i pozafinansowe formy współpracy",
]
