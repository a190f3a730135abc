"""The project that the workshop was held in, and who stands behind it."""

PROJECT = {
    "name": "Laboratorium Obywatelskie",
    "name_en": "Civic Laboratory",
    "name_uk": "Громадянська лабораторія",
    "name_be": "Грамадзянская лабараторыя",
    "description": "Warsztaty konsultacyjne są realizowane w ramach projektu "
    "Fundacji SocLab „Laboratorium Obywatelskie”.",
    "description_en": "The consultation workshops are held within the project "
    "“Civic Laboratory” of the SocLab Foundation.",
    "description_uk": "Консультаційні воркшопи відбуваються в межах проєкту "
    "Фундації SocLab «Громадянська лабораторія».",
    "description_be": "Кансультацыйныя варкшопы праводзяцца ў межах праекта "
    "Фонду SocLab «Грамадзянская лабараторыя».",
    "funding_note": "Projekt dofinansowany ze środków Programu Operacyjnego "
    "Fundusz Inicjatyw Obywatelskich.",
    "funding_note_en": "The project is co-financed by the Operational Programme "
    "“Civic Initiatives Fund”.",
    "funding_note_uk": "Проєкт співфінансується з коштів Операційної програми "
    "«Фонд громадянських ініціатив».",
    "funding_note_be": "Праект сафінансуецца са сродкаў Аперацыйнай праграмы "
    "«Фонд грамадзянскіх ініцыятыў».",
    "logo": "lab_obywatelskie",
    "logo_alt": "Logo projektu Laboratorium Obywatelskie",
    "logo_alt_en": "Logo of the Civic Laboratory project",
    "logo_alt_uk": "Логотип проєкту «Громадянська лабораторія»",
    "logo_alt_be": "Лагатып праекта «Грамадзянская лабараторыя»",
}

# role, who (organisation, unit or name), as written, logo, its description
ROLES: list[dict[str, str]] = [
    {
        "role": "organiser",
        "organisation": "fundacja-soclab",
        "name_as_written": "Fundacja SocLab",
        "logo": "organizator",
        "logo_alt": "Logo organizatora: Fundacja SocLab",
        "logo_alt_en": "Logo of the organiser: SocLab Foundation",
        "logo_alt_uk": "Логотип організатора: Фундація SocLab",
        "logo_alt_be": "Лагатып арганізатара: Фонд SocLab",
    },
    {
        "role": "organiser",
        "unit": "centrum-wspolpracy",
        "name_as_written": "Centrum Współpracy Organizacji Pozarządowych, "
        "Departament Spraw Społecznych, Urząd Miejski w Białymstoku",
        "logo": "wschodzacy_bialystok",
        "logo_alt": "Logo miasta: Wschodzący Białystok",
        "logo_alt_en": "Logo of the city: Wschodzący Białystok (Rising Białystok)",
        "logo_alt_uk": "Логотип міста: Wschodzący Białystok (Білосток, що сходить)",
        "logo_alt_be": "Лагатып горада: Wschodzący Białystok "
        "(Беласток, які ўзыходзіць)",
    },
    {
        "role": "partner",
        "organisation": "federacja-organizacji-pozarzadowych",
    },
    {
        "role": "partner",
        "organisation": "fundacja-uniwersytetu-w-bialymstoku",
    },
    {
        "role": "partner",
        "name": "Instytut Socjologii Uniwersytetu w Białymstoku",
    },
    {
        "role": "funder",
        "name": "Program Operacyjny Fundusz Inicjatyw Obywatelskich",
        "logo": "FIO_MPiPS",
        "logo_alt": "Logo Funduszu Inicjatyw Obywatelskich",
        "logo_alt_en": "Logo of the Civic Initiatives Fund",
        "logo_alt_uk": "Логотип Фонду громадянських ініціатив",
        "logo_alt_be": "Лагатып Фонду грамадзянскіх ініцыятыў",
    },
]
