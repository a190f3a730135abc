"""City units, areas, places and organisations that the report names.

Where the report and the register differ, the register has the name as it is and
an alias has it as written.
"""

from typing import Any

AS_WRITTEN = "tak w sprawozdaniu z 26 lipca 2013 r."

# slug: name in each language, kind, slug of the parent, aliases with notes
UNITS: dict[str, dict[str, Any]] = {
    "urzad-miejski": {
        "name": "Urząd Miejski w Białymstoku",
        "name_en": "City Office in Białystok",
        "name_uk": "Міська управа Білостока",
        "name_be": "Гарадская ўправа Беластока",
        "kind": "unit",
    },
    "departament-edukacji": {
        "name": "Departament Edukacji",
        "name_en": "Department of Education",
        "name_uk": "Департамент освіти",
        "name_be": "Дэпартамент адукацыі",
        "kind": "department",
        "parent": "urzad-miejski",
    },
    "departament-spraw-spolecznych": {
        "name": "Departament Spraw Społecznych",
        "name_en": "Department of Social Affairs",
        "name_uk": "Департамент соціальних справ",
        "name_be": "Дэпартамент сацыяльных спраў",
        "kind": "department",
        "parent": "urzad-miejski",
        "address": "ul. Bema 60/1, Białystok",
    },
    "biuro-kultury": {
        "name": "Biuro Kultury",
        "name_en": "Bureau of Culture",
        "name_uk": "Бюро культури",
        "name_be": "Бюро культуры",
        "kind": "bureau",
        "parent": "urzad-miejski",
        "aliases": [
            (
                "Departament (Biuro Kultury)",
                AS_WRITTEN + ": wśród „4 departamentów”",
            )
        ],
    },
    "biuro-sportu-i-rekreacji": {
        "name": "Biuro Sportu i Rekreacji",
        "name_en": "Bureau of Sport and Recreation",
        "name_uk": "Бюро спорту та відпочинку",
        "name_be": "Бюро спорту і адпачынку",
        "kind": "bureau",
        "parent": "urzad-miejski",
        "aliases": [
            (
                "Departament (Biuro Sportu i Rekreacji)",
                AS_WRITTEN + ": wśród „4 departamentów”",
            )
        ],
    },
    "centrum-wspolpracy": {
        "name": "Centrum Współpracy Organizacji Pozarządowych",
        "name_en": "Centre for Cooperation with Non-governmental Organisations",
        "name_uk": "Центр співпраці громадських організацій",
        "name_be": "Цэнтр супрацоўніцтва грамадскіх арганізацый",
        "kind": "centre",
        "parent": "departament-spraw-spolecznych",
        "email": "centrum@um.bialystok.pl",
        "aliases": [("Centrum Wspierania Organizacji Pozarządowych", AS_WRITTEN)],
    },
}

AREAS: list[dict[str, Any]] = [
    {
        "slug": "polityka-spoleczna",
        "name": "Obszar polityki społecznej",
        "name_en": "Social policy",
        "name_uk": "Сфера соціальної політики",
        "name_be": "Сфера сацыяльнай палітыкі",
        "lead_unit": "departament-spraw-spolecznych",
        "spheres": ["1", "6", "7", "10"],
    },
    {
        "slug": "kultura",
        "name": "Obszar kultury, sztuki, ochrony dóbr kultury i dziedzictwa narodowego",
        "name_en": "Culture, art, protection of cultural goods "
        "and of national heritage",
        "name_uk": "Сфера культури, мистецтва, охорони культурних цінностей "
        "і національної спадщини",
        "name_be": "Сфера культуры, мастацтва, аховы культурных каштоўнасцей "
        "і нацыянальнай спадчыны",
        "lead_unit": "biuro-kultury",
        "spheres": ["16"],
    },
    {
        "slug": "kultura-fizyczna",
        "name": "Obszar kultury fizycznej",
        "name_en": "Physical culture",
        "name_uk": "Сфера фізичної культури",
        "name_be": "Сфера фізічнай культуры",
        "lead_unit": "biuro-sportu-i-rekreacji",
        "spheres": ["17"],
    },
    {
        "slug": "edukacja",
        "name": "Obszar edukacji",
        "name_en": "Education",
        "name_uk": "Сфера освіти",
        "name_be": "Сфера адукацыі",
        "lead_unit": "departament-edukacji",
        "spheres": ["14"],
    },
]

PLACE = {
    "name": "Departament Spraw Społecznych, Urząd Miejski w Białymstoku",
    "name_en": "Department of Social Affairs, City Office in Białystok",
    "name_uk": "Департамент соціальних справ, Міська управа Білостока",
    "name_be": "Дэпартамент сацыяльных спраў, Гарадская ўправа Беластока",
    "street": "ul. Bema 60/1",
    "city": "Białystok",
    "unit": "departament-spraw-spolecznych",
}

# In the order of the report; the last two are named elsewhere in it.
ORGANISATIONS: list[dict[str, Any]] = [
    {
        "slug": "towarzystwo-przyjaciol-kultury-zydowskiej",
        "name": "Towarzystwo Przyjaciół Kultury Żydowskiej",
        "legal_form": "stowarzyszenie",
        "spheres": ["5", "16"],
    },
    {
        "slug": "uniwersytet-trzeciego-wieku",
        "name": "Uniwersytet Trzeciego Wieku w Białymstoku",
        "short_name": "Uniwersytet Trzeciego Wieku",
        "legal_form": "stowarzyszenie",
        "krs": "0000049041",
        "city": "Białystok",
        "spheres": ["10", "14"],
        "as_written": "Uniwersytet Trzeciego Wieku",
    },
    {
        "slug": "polski-czerwony-krzyz",
        "name": "Polski Czerwony Krzyż",
        "short_name": "PCK",
        "legal_form": "stowarzyszenie",
        "krs": "0000225587",
        "city": "Warszawa",
        "spheres": ["1", "3", "6"],
    },
    {
        "slug": "fundacja-pomocy-matematykom",
        "name": "Fundacja Pomocy Matematykom i Informatykom Niesprawnym Ruchowo",
        "legal_form": "fundacja",
        "spheres": ["7"],
    },
    {
        "slug": "fundacja-soclab",
        "name": "Fundacja Laboratorium Badań i Działań Społecznych „SocLab”",
        "short_name": "Fundacja SocLab",
        "legal_form": "fundacja",
        "email": "soclab@soclab.org.pl",
        "city": "Białystok",
        "spheres": ["13", "22"],
        "aliases": [("Fundacja SocLab", AS_WRITTEN), ("Fundacja „SocLab”", AS_WRITTEN)],
        "as_written": "Fundacja SocLab",
    },
    {
        "slug": "frdl-podlaskie-centrum",
        "name": "Fundacja Rozwoju Demokracji Lokalnej Podlaskie Centrum",
        "legal_form": "oddzial_bez_os_prawnej",
        "parent": "fundacja-rozwoju-demokracji-lokalnej",
        "city": "Białystok",
        "spheres": ["13", "22"],
    },
    {
        "slug": "aktywne-osiedle",
        "name": "Stowarzyszenie Wspierania Środowisk Lokalnych „Aktywne Osiedle”",
        "legal_form": "stowarzyszenie",
        "spheres": ["13"],
    },
    {
        "slug": "szukamy-polski",
        "name": "Stowarzyszenie „Szukamy Polski”",
        "legal_form": "stowarzyszenie",
    },
    {
        "slug": "federacja-organizacji-pozarzadowych",
        "name": "Federacja Organizacji Pozarządowych Miasta Białystok",
        "legal_form": "zwiazek_stowarzyszen",
        "city": "Białystok",
        "spheres": ["33"],
    },
    {
        "slug": "zwiazek-tatarow",
        "name": "Związek Tatarów Rzeczypospolitej Polskiej",
        "legal_form": "stowarzyszenie",
        "krs": "0000204972",
        "city": "Bohoniki",
        "spheres": ["5"],
    },
    {
        "slug": "fundacja-uniwersytetu-w-bialymstoku",
        "name": "Fundacja Uniwersytetu w Białymstoku",
        "legal_form": "fundacja",
        "city": "Białystok",
        "spheres": ["14"],
    },
    {
        "slug": "fundacja-rozwoju-demokracji-lokalnej",
        "name": "Fundacja Rozwoju Demokracji Lokalnej",
        "legal_form": "fundacja",
        "city": "Warszawa",
        "spheres": ["13", "22"],
    },
]
ATTENDING = [row["slug"] for row in ORGANISATIONS[:10]]
ATTENDING_UNITS = [
    "departament-edukacji",
    "departament-spraw-spolecznych",
    "biuro-kultury",
    "biuro-sportu-i-rekreacji",
]
