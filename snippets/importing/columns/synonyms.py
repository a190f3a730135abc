"""What offices call the fields: headings as people write them, Polish first."""

SYNONYMS: dict[str, tuple[str, ...]] = {
    "name": (
        *("Nazwa", "Pełna nazwa", "Nazwa pełna", "Nazwa organizacji", "Organizacja"),
        *("Nazwa podmiotu", "Podmiot", "Nazwa NGO", "NGO", "Nazwa instytucji"),
        *("Nazwa stowarzyszenia", "Nazwa fundacji", "Nazwa klubu", "Nazwa jednostki"),
        *("Nazwa stowarzyszenia/fundacji", "Nazwa stowarzyszenia lub fundacji"),
        *("Nazwa organizacji pozarządowej", "Organizacja pozarządowa", "Nazwa szkoły"),
        *("Nazwa oferenta", "Oferent", "Nazwa wnioskodawcy", "Wnioskodawca", "Firma"),
        *("Nazwa stowarzyszenia zwykłego", "Name", "Full name", "Official name"),
        *("Charity name", "Organisation", "Organization", "Organisation name"),
        *("Organization name", "Name of the organisation", "Назва", "Повна назва"),
        *("Назва організації", "Назва арганізацыі", "Поўная назва"),
    ),
    "short_name": (
        *("Skrót", "Skrót nazwy", "Nazwa skrócona", "Skrócona nazwa", "Nazwa krótka"),
        *("Short name", "Abbreviation", "Acronym", "Скорочена назва"),
        "Скарочаная назва",
    ),
    "aliases": (
        *("Inne nazwy", "Inna nazwa", "Nazwy alternatywne", "Poprzednia nazwa"),
        *("Dawna nazwa", "Dawne nazwy", "Poprzednie nazwy", "Alias", "Aliases"),
        *("Other names", "Also known as", "Former name", "Інші назви", "Іншыя назвы"),
    ),
    "legal_form": (
        *("Forma prawna", "Forma organizacyjna", "Forma organizacyjno-prawna"),
        *("Typ organizacji", "Rodzaj organizacji", "Rodzaj podmiotu", "Typ podmiotu"),
        *("Legal form", "Organisation type", "Type of organisation"),
        *("Організаційно-правова форма", "Правова форма", "Прававая форма"),
    ),
    "krs": (
        *("KRS", "Nr KRS", "Numer KRS", "Nr w KRS", "Numer w KRS", "KRS nr"),
        *("Nr wpisu do KRS", "Numer wpisu do KRS", "Nr rejestru KRS", "KRS number"),
        *("Nr Krajowego Rejestru Sądowego", "Krajowy Rejestr Sądowy", "Nr rejestrowy"),
        *("Numer rejestrowy", "Nr KRS/ewidencji", "Nr KRS lub ewidencji"),
        *("KRS lub nr ewidencji", "Nr KRS lub innej ewidencji", "Номер KRS"),
        "Нумар KRS",
    ),
    "nip": (
        *("NIP", "Nr NIP", "Numer NIP", "Numer identyfikacji podatkowej"),
        *("Tax number", "Tax ID", "VAT number", "NIP number", "Номер NIP", "Нумар NIP"),
    ),
    "regon": (
        *("REGON", "Nr REGON", "Numer REGON", "REGON number", "Statistical number"),
        *("Номер REGON", "Нумар REGON"),
    ),
    "other_register": (
        *("Inny rejestr", "Rejestr", "Nazwa rejestru", "Rodzaj rejestru"),
        *("Organ rejestrowy", "Organ ewidencyjny", "Other register", "Register"),
    ),
    "other_register_number": (
        *("Nr w ewidencji", "Numer w ewidencji", "Ewidencja", "Nr ewidencyjny"),
        *("Numer ewidencyjny", "Nr ewidencji", "Numer ewidencji", "Nr wpisu"),
        *("Numer wpisu", "Nr wpisu do ewidencji", "Numer wpisu do ewidencji"),
        *("Nr w innym rejestrze", "Numer w innym rejestrze", "Nr w rejestrze"),
        *("Registration number", "Register number", "Reg num", "Reg no"),
        *("Charity number", "Реєстраційний номер", "Рэгістрацыйны нумар"),
    ),
    "opp": (
        *("OPP", "Status OPP", "Czy OPP", "Organizacja pożytku publicznego"),
        *("Status organizacji pożytku publicznego", "Public benefit organisation"),
    ),
    "opp_since": (
        *("Data uzyskania statusu OPP", "OPP od", "Status OPP od", "Data OPP"),
        *("Data nadania statusu OPP", "Public benefit organisation since"),
    ),
    "street": (
        *("Ulica", "Ulica i numer", "Ulica i nr", "Ulica, nr", "Ulica nr domu"),
        *("Ulica i nr domu", "Ulica, nr domu", "Adres", "Adres siedziby", "Siedziba"),
        *("Adres organizacji", "Adres podmiotu", "Siedziba i adres", "Adres pocztowy"),
        *("Adres i siedziba", "Adres korespondencyjny", "Adres do korespondencji"),
        *("Street", "Street and number", "Street address", "Address", "Вулиця"),
        *("Адреса", "Вуліца", "Адрас"),
    ),
    "house": (
        *("Nr domu", "Numer domu", "Nr budynku", "Numer budynku", "Dom", "Budynek"),
        *("Nr posesji", "House number", "Building number", "Номер будинку"),
        "Нумар дома",
    ),
    "flat": (
        *("Nr lokalu", "Numer lokalu", "Lokal", "Nr mieszkania", "Numer mieszkania"),
        *("Flat", "Flat number", "Apartment", "Номер квартири", "Нумар кватэры"),
    ),
    "postcode": (
        *("Kod pocztowy", "Kod", "Postcode", "Post code", "Postal code", "Zip code"),
        *("Zip", "Поштовий індекс", "Індекс", "Паштовы індэкс"),
    ),
    "city": (
        *("Miejscowość", "Miasto", "Miejscowość siedziby", "Miasto siedziby"),
        *("Siedziba (miejscowość)", "Poczta", "Kod i miejscowość", "City", "Town"),
        *("City/Town", "Town/City", "Kod pocztowy i miejscowość", "Місто", "Горад"),
        *("Населений пункт", "Населены пункт"),
    ),
    "district": (
        *("Dzielnica", "Osiedle", "Dzielnica/osiedle", "Sołectwo", "District"),
        *("Estate", "Neighbourhood", "Район міста", "Раён горада"),
    ),
    "municipality": ("Gmina", "Miasto/gmina", "Municipality", "Commune", "Гміна"),
    "county": ("Powiat", "County", "Повіт", "Павет"),
    "voivodeship": (
        *("Województwo", "Woj.", "Voivodeship", "Province", "Region", "Воєводство"),
        "Ваяводства",
    ),
    "teryt": (
        *("TERYT", "Kod TERYT", "Kod terytorialny", "Kod terytorialny gmina"),
        *("Kod terytorialny gminy", "Identyfikator TERYT", "TERYT code"),
    ),
    "acts_in_city": (
        *("Działa w mieście", "Działa na terenie miasta", "Działa na terenie gminy"),
        *("Działalność na terenie miasta", "Acts in the city"),
    ),
    "parent": (
        *("Jednostka nadrzędna", "Organizacja nadrzędna", "Podmiot nadrzędny"),
        *("Nazwa podmiotu nadrzędnego", "Oddział organizacji", "Branch of"),
        *("KRS jednostki nadrzędnej", "Organizacja macierzysta", "Parent organisation"),
    ),
    "spheres": (
        *("Sfera", "Sfery", "Sfera działania", "Sfery działania", "Obszar działania"),
        *("Sfera działalności", "Sfery działalności pożytku", "Obszary działania"),
        *("Sfery zadań publicznych", "Sfera zadań publicznych", "Zakres zadań"),
        *("Sfera działalności pożytku publicznego", "Spheres of public tasks"),
    ),
    "website": (
        *("Strona www", "WWW", "Strona internetowa", "Adres strony internetowej"),
        *("Adres www", "Strona", "Website", "Web site", "Web", "URL", "Homepage"),
        *("Сайт", "Вебсайт", "Вэб-сайт"),
    ),
    "email": (
        *("E-mail", "Email", "Adres e-mail", "Mail", "Adres mailowy", "Poczta e-mail"),
        *("Poczta elektroniczna", "Adres poczty elektronicznej", "E-mail kontaktowy"),
        *("E-mail address", "Електронна пошта", "Электронная пошта"),
    ),
    "phone": (
        *("Telefon", "Tel.", "Nr telefonu", "Numer telefonu", "Telefon kontaktowy"),
        *("Telefony", "Nr tel.", "Tel. kontaktowy", "Telefon stacjonarny"),
        *("Telefon/fax", "Tel./fax", "Phone", "Phone number", "Telephone", "Телефон"),
        "Тэлефон",
    ),
    "about": (
        *("Opis działalności", "Opis", "Czym się zajmuje", "Zakres działalności"),
        *("Zakres działania", "Działalność", "Przedmiot działalności", "Cele", "Cel"),
        *("Cele statutowe", "Cel działania", "Informacje o działalności"),
        *("Description", "Mission", "About", "Activities", "What it does"),
        *("Description of charity", "Опис діяльності", "Апісанне дзейнасці"),
    ),
    "status": (
        *("Status", "Status organizacji", "Stan", "Stan prawny", "Статус"),
        "Status podmiotu",
    ),
    "slug": ("Koniec adresu", "Adres w katalogu", "Slug", "End of the address"),
    "verified_at": (
        *("Data weryfikacji", "Data aktualizacji", "Zweryfikowano", "Sprawdzono"),
        *("Data ostatniej aktualizacji", "Stan na dzień", "Checked on", "Verified on"),
        "Last verified",
    ),
    "contact_persons": ("Osoby kontaktowe", "Contact persons", "Contact person"),
    "private_note": ("Notatka wewnętrzna", "Notatka prywatna", "Private note"),
}
