"""The spheres of public tasks of art. 4 sec. 1 of the Act of 24 April 2003 on public
benefit and volunteer work, as short labels in the nominative (the Act lists them in the
genitive, after “tasks in the field of”)."""

from django.db import migrations

# Point, then the name in Polish, English, Ukrainian and Belarusian.
SPHERES = [
    (
        "1",
        "pomoc społeczna, w tym pomoc rodzinom i osobom w trudnej sytuacji życiowej oraz wyrównywanie szans",
        "social assistance, including help for families and people in difficult circumstances, and levelling of opportunities",
        "соціальна допомога, зокрема допомога родинам і людям у складній життєвій ситуації, та вирівнювання можливостей",
        "сацыяльная дапамога, у тым ліку дапамога сем’ям і людзям у цяжкай жыццёвай сітуацыі, і выраўноўванне магчымасцей",
    ),
    (
        "1a",
        "wspieranie rodziny i systemu pieczy zastępczej",
        "support for families and for the foster care system",
        "підтримка сім’ї та системи альтернативного догляду за дітьми",
        "падтрымка сям’і і сістэмы замяшчальнай апекі над дзецьмі",
    ),
    (
        "1b",
        "udzielanie nieodpłatnej pomocy prawnej i zwiększanie świadomości prawnej",
        "free legal aid and raising legal awareness",
        "безоплатна правова допомога та підвищення правової обізнаності",
        "бясплатная прававая дапамога і павышэнне прававой дасведчанасці",
    ),
    (
        "2",
        "integracja i reintegracja zawodowa i społeczna osób zagrożonych wykluczeniem społecznym",
        "vocational and social integration and reintegration of people at risk of social exclusion",
        "професійна та соціальна інтеграція й реінтеграція людей, яким загрожує соціальне відчуження",
        "прафесійная і сацыяльная інтэграцыя і рэінтэграцыя людзей, якім пагражае сацыяльная ізаляцыя",
    ),
    (
        "3",
        "działalność charytatywna",
        "charitable activity",
        "благодійна діяльність",
        "дабрачынная дзейнасць",
    ),
    (
        "4",
        "podtrzymywanie i upowszechnianie tradycji narodowej oraz rozwój świadomości narodowej, obywatelskiej i kulturowej",
        "upholding and spreading national tradition and developing national, civic and cultural awareness",
        "збереження та поширення національних традицій і розвиток національної, громадянської та культурної свідомості",
        "захаванне і пашырэнне нацыянальных традыцый і развіццё нацыянальнай, грамадзянскай і культурнай свядомасці",
    ),
    (
        "5",
        "działalność na rzecz mniejszości narodowych i etnicznych oraz języka regionalnego",
        "activity for national and ethnic minorities and for the regional language",
        "діяльність на користь національних та етнічних меншин і регіональної мови",
        "дзейнасць на карысць нацыянальных і этнічных меншасцей і рэгіянальнай мовы",
    ),
    (
        "5a",
        "działalność na rzecz integracji cudzoziemców",
        "activity for the integration of foreigners",
        "діяльність задля інтеграції іноземців",
        "дзейнасць дзеля інтэграцыі іншаземцаў",
    ),
    (
        "6",
        "ochrona i promocja zdrowia",
        "health protection and promotion",
        "охорона та зміцнення здоров’я",
        "ахова і ўмацаванне здароўя",
    ),
    (
        "7",
        "działalność na rzecz osób niepełnosprawnych",
        "activity for people with disabilities",
        "діяльність на користь людей з інвалідністю",
        "дзейнасць на карысць людзей з інваліднасцю",
    ),
    (
        "8",
        "promocja zatrudnienia i aktywizacja zawodowa",
        "promotion of employment and helping people into work",
        "сприяння зайнятості та професійна активізація",
        "садзейнічанне занятасці і прафесійная актывізацыя",
    ),
    (
        "9",
        "działalność na rzecz równych praw kobiet i mężczyzn",
        "activity for equal rights of women and men",
        "діяльність на користь рівних прав жінок і чоловіків",
        "дзейнасць на карысць роўных правоў жанчын і мужчын",
    ),
    (
        "10",
        "działalność na rzecz osób w wieku emerytalnym",
        "activity for people of retirement age",
        "діяльність на користь людей пенсійного віку",
        "дзейнасць на карысць людзей пенсійнага ўзросту",
    ),
    (
        "11",
        "działalność wspomagająca rozwój gospodarczy, w tym rozwój przedsiębiorczości",
        "support for economic development, including entrepreneurship",
        "підтримка економічного розвитку, зокрема розвитку підприємництва",
        "падтрымка эканамічнага развіцця, у тым ліку развіцця прадпрымальніцтва",
    ),
    (
        "12",
        "działalność wspomagająca rozwój techniki, wynalazczości i innowacyjności",
        "support for the development of technology, invention and innovation",
        "підтримка розвитку техніки, винахідництва та інновацій",
        "падтрымка развіцця тэхнікі, вынаходніцтва і інавацый",
    ),
    (
        "13",
        "działalność wspomagająca rozwój wspólnot i społeczności lokalnych",
        "support for the development of local communities",
        "підтримка розвитку місцевих спільнот і громад",
        "падтрымка развіцця мясцовых супольнасцей і грамад",
    ),
    (
        "14",
        "nauka, szkolnictwo wyższe, edukacja, oświata i wychowanie",
        "science, higher education, schooling and upbringing",
        "наука, вища освіта, навчання, шкільна освіта та виховання",
        "навука, вышэйшая адукацыя, навучанне, школьная адукацыя і выхаванне",
    ),
    (
        "15",
        "działalność na rzecz dzieci i młodzieży, w tym wypoczynek dzieci i młodzieży",
        "activity for children and young people, including their holidays",
        "діяльність на користь дітей і молоді, зокрема їхнього відпочинку",
        "дзейнасць на карысць дзяцей і моладзі, у тым ліку іх адпачынку",
    ),
    (
        "16",
        "kultura, sztuka, ochrona dóbr kultury i dziedzictwa narodowego",
        "culture, the arts, protection of cultural property and national heritage",
        "культура, мистецтво, охорона культурних цінностей і національної спадщини",
        "культура, мастацтва, ахова культурных каштоўнасцей і нацыянальнай спадчыны",
    ),
    (
        "17",
        "wspieranie i upowszechnianie kultury fizycznej",
        "support for and promotion of physical culture",
        "підтримка та популяризація фізичної культури",
        "падтрымка і папулярызацыя фізічнай культуры",
    ),
    (
        "18",
        "ekologia i ochrona zwierząt oraz ochrona dziedzictwa przyrodniczego",
        "ecology, animal protection and protection of natural heritage",
        "екологія та захист тварин, охорона природної спадщини",
        "экалогія і абарона жывёл, ахова прыроднай спадчыны",
    ),
    (
        "19",
        "turystyka i krajoznawstwo",
        "tourism and knowledge of the country",
        "туризм і краєзнавство",
        "турызм і краязнаўства",
    ),
    (
        "20",
        "porządek i bezpieczeństwo publiczne",
        "public order and safety",
        "громадський порядок і безпека",
        "грамадскі парадак і бяспека",
    ),
    (
        "21",
        "obronność państwa",
        "national defence",
        "оборона держави",
        "абарона дзяржавы",
    ),
    (
        "22",
        "upowszechnianie i ochrona wolności i praw człowieka oraz swobód obywatelskich, a także działania wspomagające rozwój demokracji",
        "promotion and protection of human rights and freedoms and civil liberties, and support for the development of democracy",
        "поширення та захист прав і свобод людини та громадянських свобод, а також підтримка розвитку демократії",
        "пашырэнне і абарона правоў і свабод чалавека і грамадзянскіх свабод, а таксама падтрымка развіцця дэмакратыі",
    ),
    (
        "22a",
        "udzielanie nieodpłatnego poradnictwa obywatelskiego",
        "free citizens’ advice",
        "безоплатні консультації для громадян",
        "бясплатныя кансультацыі для грамадзян",
    ),
    (
        "23",
        "ratownictwo i ochrona ludności",
        "rescue services and protection of the population",
        "рятувальна справа та захист населення",
        "выратавальная справа і абарона насельніцтва",
    ),
    (
        "24",
        "pomoc ofiarom katastrof, klęsk żywiołowych, konfliktów zbrojnych i wojen",
        "help for victims of disasters, natural calamities, armed conflicts and wars",
        "допомога постраждалим від катастроф, стихійних лих, збройних конфліктів і воєн",
        "дапамога пацярпелым ад катастроф, стыхійных бедстваў, узброеных канфліктаў і войнаў",
    ),
    (
        "25",
        "upowszechnianie i ochrona praw konsumentów",
        "promotion and protection of consumer rights",
        "поширення та захист прав споживачів",
        "пашырэнне і абарона правоў спажыўцоў",
    ),
    (
        "26",
        "działalność na rzecz integracji europejskiej oraz rozwijania kontaktów i współpracy między społeczeństwami",
        "activity for European integration and for contacts and cooperation between societies",
        "діяльність задля європейської інтеграції та розвитку контактів і співпраці між суспільствами",
        "дзейнасць дзеля еўрапейскай інтэграцыі і развіцця кантактаў і супрацоўніцтва паміж грамадствамі",
    ),
    (
        "27",
        "promocja i organizacja wolontariatu",
        "promotion and organisation of volunteering",
        "популяризація та організація волонтерства",
        "папулярызацыя і арганізацыя валанцёрства",
    ),
    (
        "28",
        "pomoc Polonii i Polakom za granicą",
        "help for the Polish diaspora and Poles abroad",
        "допомога польській діаспорі та полякам за кордоном",
        "дапамога польскай дыяспары і палякам за мяжой",
    ),
    (
        "29",
        "działalność na rzecz kombatantów i osób represjonowanych",
        "activity for war veterans and victims of repression",
        "діяльність на користь ветеранів війни та репресованих осіб",
        "дзейнасць на карысць ветэранаў вайны і рэпрэсаваных асоб",
    ),
    (
        "29a",
        "działalność na rzecz weteranów działań poza granicami państwa",
        "activity for veterans of missions abroad",
        "діяльність на користь ветеранів місій за межами держави",
        "дзейнасць на карысць ветэранаў місій за межамі дзяржавы",
    ),
    (
        "30",
        "promocja Rzeczypospolitej Polskiej za granicą",
        "promotion of the Republic of Poland abroad",
        "популяризація Республіки Польща за кордоном",
        "папулярызацыя Рэспублікі Польшча за мяжой",
    ),
    (
        "31",
        "działalność na rzecz rodziny, macierzyństwa, rodzicielstwa, upowszechniania i ochrony praw dziecka",
        "activity for the family, motherhood and parenthood, and for the rights of the child",
        "діяльність на користь сім’ї, материнства, батьківства, поширення та захисту прав дитини",
        "дзейнасць на карысць сям’і, мацярынства, бацькоўства, пашырэння і абароны правоў дзіцяці",
    ),
    (
        "32",
        "przeciwdziałanie uzależnieniom i patologiom społecznym",
        "prevention of addictions and social pathologies",
        "протидія залежностям і соціальним патологіям",
        "процідзеянне залежнасцям і сацыяльным паталогіям",
    ),
    (
        "32a",
        "rewitalizacja",
        "urban regeneration",
        "ревіталізація занедбаних територій",
        "рэвіталізацыя занядбаных тэрыторый",
    ),
    (
        "33",
        "działalność na rzecz organizacji pozarządowych w zakresie określonym w pkt 1–32a",
        "activity for non-governmental organisations in the fields of points 1–32a",
        "діяльність на користь громадських організацій у сферах, визначених у пунктах 1–32a",
        "дзейнасць на карысць грамадскіх арганізацый у сферах, вызначаных у пунктах 1–32a",
    ),
]


def add_spheres(apps, schema_editor):
    Sphere = apps.get_model("snippets", "Sphere")
    Sphere.objects.using(schema_editor.connection.alias).bulk_create(
        Sphere(
            code=code,
            name=name,
            name_en=name_en,
            name_uk=name_uk,
            name_be=name_be,
            order=order,
        )
        for order, (code, name, name_en, name_uk, name_be) in enumerate(
            SPHERES, start=1
        )
    )


def remove_spheres(apps, schema_editor):
    Sphere = apps.get_model("snippets", "Sphere")
    codes = [code for code, *_names in SPHERES]
    Sphere.objects.using(schema_editor.connection.alias).filter(code__in=codes).delete()


class Migration(migrations.Migration):
    dependencies = [("snippets", "0001_registers")]

    operations = [migrations.RunPython(add_spheres, remove_spheres)]
