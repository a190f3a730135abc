"""The spheres of public tasks of art. 4 sec. 1 of the Act of 24 April 2003 on public
benefit and volunteer work, as short labels in the nominative (the Act lists them in the
genitive, after “tasks in the field of”)."""

from django.db import migrations

SPHERES = [
    (
        "1",
        "pomoc społeczna, w tym pomoc rodzinom i osobom w trudnej sytuacji życiowej oraz wyrównywanie szans",
        "social assistance, including help for families and people in difficult circumstances, and levelling of opportunities",
    ),
    (
        "1a",
        "wspieranie rodziny i systemu pieczy zastępczej",
        "support for families and for the foster care system",
    ),
    (
        "1b",
        "udzielanie nieodpłatnej pomocy prawnej i zwiększanie świadomości prawnej",
        "free legal aid and raising legal awareness",
    ),
    (
        "2",
        "integracja i reintegracja zawodowa i społeczna osób zagrożonych wykluczeniem społecznym",
        "vocational and social integration and reintegration of people at risk of social exclusion",
    ),
    ("3", "działalność charytatywna", "charitable activity"),
    (
        "4",
        "podtrzymywanie i upowszechnianie tradycji narodowej oraz rozwój świadomości narodowej, obywatelskiej i kulturowej",
        "upholding and spreading national tradition and developing national, civic and cultural awareness",
    ),
    (
        "5",
        "działalność na rzecz mniejszości narodowych i etnicznych oraz języka regionalnego",
        "activity for national and ethnic minorities and for the regional language",
    ),
    (
        "5a",
        "działalność na rzecz integracji cudzoziemców",
        "activity for the integration of foreigners",
    ),
    ("6", "ochrona i promocja zdrowia", "health protection and promotion"),
    (
        "7",
        "działalność na rzecz osób niepełnosprawnych",
        "activity for people with disabilities",
    ),
    (
        "8",
        "promocja zatrudnienia i aktywizacja zawodowa",
        "promotion of employment and helping people into work",
    ),
    (
        "9",
        "działalność na rzecz równych praw kobiet i mężczyzn",
        "activity for equal rights of women and men",
    ),
    (
        "10",
        "działalność na rzecz osób w wieku emerytalnym",
        "activity for people of retirement age",
    ),
    (
        "11",
        "działalność wspomagająca rozwój gospodarczy, w tym rozwój przedsiębiorczości",
        "support for economic development, including entrepreneurship",
    ),
    (
        "12",
        "działalność wspomagająca rozwój techniki, wynalazczości i innowacyjności",
        "support for the development of technology, invention and innovation",
    ),
    (
        "13",
        "działalność wspomagająca rozwój wspólnot i społeczności lokalnych",
        "support for the development of local communities",
    ),
    (
        "14",
        "nauka, szkolnictwo wyższe, edukacja, oświata i wychowanie",
        "science, higher education, schooling and upbringing",
    ),
    (
        "15",
        "działalność na rzecz dzieci i młodzieży, w tym wypoczynek dzieci i młodzieży",
        "activity for children and young people, including their holidays",
    ),
    (
        "16",
        "kultura, sztuka, ochrona dóbr kultury i dziedzictwa narodowego",
        "culture, the arts, protection of cultural property and national heritage",
    ),
    (
        "17",
        "wspieranie i upowszechnianie kultury fizycznej",
        "support for and promotion of physical culture",
    ),
    (
        "18",
        "ekologia i ochrona zwierząt oraz ochrona dziedzictwa przyrodniczego",
        "ecology, animal protection and protection of natural heritage",
    ),
    ("19", "turystyka i krajoznawstwo", "tourism and knowledge of the country"),
    ("20", "porządek i bezpieczeństwo publiczne", "public order and safety"),
    ("21", "obronność państwa", "national defence"),
    (
        "22",
        "upowszechnianie i ochrona wolności i praw człowieka oraz swobód obywatelskich, a także działania wspomagające rozwój demokracji",
        "promotion and protection of human rights and freedoms and civil liberties, and support for the development of democracy",
    ),
    (
        "22a",
        "udzielanie nieodpłatnego poradnictwa obywatelskiego",
        "free citizens’ advice",
    ),
    (
        "23",
        "ratownictwo i ochrona ludności",
        "rescue services and protection of the population",
    ),
    (
        "24",
        "pomoc ofiarom katastrof, klęsk żywiołowych, konfliktów zbrojnych i wojen",
        "help for victims of disasters, natural calamities, armed conflicts and wars",
    ),
    (
        "25",
        "upowszechnianie i ochrona praw konsumentów",
        "promotion and protection of consumer rights",
    ),
    (
        "26",
        "działalność na rzecz integracji europejskiej oraz rozwijania kontaktów i współpracy między społeczeństwami",
        "activity for European integration and for contacts and cooperation between societies",
    ),
    (
        "27",
        "promocja i organizacja wolontariatu",
        "promotion and organisation of volunteering",
    ),
    (
        "28",
        "pomoc Polonii i Polakom za granicą",
        "help for the Polish diaspora and Poles abroad",
    ),
    (
        "29",
        "działalność na rzecz kombatantów i osób represjonowanych",
        "activity for war veterans and victims of repression",
    ),
    (
        "29a",
        "działalność na rzecz weteranów działań poza granicami państwa",
        "activity for veterans of missions abroad",
    ),
    (
        "30",
        "promocja Rzeczypospolitej Polskiej za granicą",
        "promotion of the Republic of Poland abroad",
    ),
    (
        "31",
        "działalność na rzecz rodziny, macierzyństwa, rodzicielstwa, upowszechniania i ochrony praw dziecka",
        "activity for the family, motherhood and parenthood, and for the rights of the child",
    ),
    (
        "32",
        "przeciwdziałanie uzależnieniom i patologiom społecznym",
        "prevention of addictions and social pathologies",
    ),
    ("32a", "rewitalizacja", "urban regeneration"),
    (
        "33",
        "działalność na rzecz organizacji pozarządowych w zakresie określonym w pkt 1–32a",
        "activity for non-governmental organisations in the fields of points 1–32a",
    ),
]


def add_spheres(apps, schema_editor):
    Sphere = apps.get_model("snippets", "Sphere")
    Sphere.objects.using(schema_editor.connection.alias).bulk_create(
        Sphere(code=code, name=name, name_en=name_en, order=order)
        for order, (code, name, name_en) in enumerate(SPHERES, start=1)
    )


def remove_spheres(apps, schema_editor):
    Sphere = apps.get_model("snippets", "Sphere")
    codes = [code for code, _name, _name_en in SPHERES]
    Sphere.objects.using(schema_editor.connection.alias).filter(code__in=codes).delete()


class Migration(migrations.Migration):
    dependencies = [("snippets", "0001_registers")]

    operations = [migrations.RunPython(add_spheres, remove_spheres)]
