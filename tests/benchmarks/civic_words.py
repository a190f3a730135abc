"""Polish words of a cooperation programme in all their forms, as often as in speech."""

from itertools import accumulate
from random import Random

from morfeusz2 import Morfeusz

from .words import WORDS

LEMMAS = """
zadanie publiczny organizacja pozarządowy program współpraca miasto rada gmina uchwała
konkurs oferta dotacja konsultacja mieszkaniec spotkanie seniorzy senior młodzież szkoła
kultura sport edukacja zdrowie pomoc społeczny rodzina dziecko niepełnosprawny osoba
dostępność wolontariat wolontariusz stowarzyszenie fundacja budżet obywatelski projekt
wniosek komisja sprawozdanie realizacja środki finansowy wsparcie rozwój środowisko
przyroda park zieleń ulica chodnik droga rower przystanek autobus dzielnica osiedle
świetlica biblioteka muzeum teatr koncert festiwal wystawa warsztat szkolenie kurs
doradztwo poradnia terapia rehabilitacja uzależnienie profilaktyka przemoc bezdomność
schronisko zwierzę opieka przedszkole żłobek nauczyciel uczeń student uczelnia nauka
badanie ankieta raport ocena kryterium punkt ekspert partner umowa termin harmonogram
cel priorytet wskaźnik rezultat odbiorca uczestnik trener sędzia zawodnik klub boisko
basen stadion hala turniej zawody trening turystyka krajoznawstwo zabytek dziedzictwo
tradycja mniejszość narodowy język historia pamięć pomnik rocznica obchody święto
cudzoziemiec uchodźca migrant integracja równość kobieta mężczyzna prawo poradnictwo
bezpieczeństwo straż pożar ratownictwo powódź klimat energia odpad woda powietrze hałas
rynek praca bezrobotny zatrudnienie przedsiębiorczość spółdzielnia ekonomia rozwijać
wspierać organizować prowadzić realizować zgłaszać opiniować uchwalić rozliczać składać
nowy stary lokalny miejski powiatowy krajowy europejski ważny dobry otwarty wspólny
własny wysoki dalszy kolejny bieżący roczny wieloletni partnerski ekologiczny zdrowotny
kulturalny sportowy edukacyjny dom budynek lokal siedziba pełnomocnik prezydent radny
departament wydział urząd urzędnik pismo uwaga propozycja poprawka zmiana decyzja
odpowiedź uzasadnienie załącznik formularz strona artykuł ustęp rozdział paragraf
"""


def word_forms() -> list[str]:
    """Return all forms of the words, and made-up ones, in one mixed order."""
    morfeusz = Morfeusz()
    forms = {form[0] for lemma in LEMMAS.split() for form in morfeusz.generate(lemma)}
    # Most words of a language are in no short list: names, places, terms.
    single = sorted({form for form in forms if form.isalpha()} | set(WORDS))
    Random(7).shuffle(single)  # noqa: S311 - an order, not a secret
    return single


class CivicWriter:
    """Writes texts in which few words are common and most are rare, as by Zipf."""

    def __init__(self, seed: int) -> None:
        self.chance = Random(seed)  # noqa: S311 - text, not a secret
        self.forms = word_forms()
        ranks = range(3, len(self.forms) + 3)
        self._weights = list(accumulate(1 / rank for rank in ranks))

    def text(self, number: int) -> str:
        """Return so many words."""
        words = self.chance.choices(self.forms, cum_weights=self._weights, k=number)
        return " ".join(words)

    def query(self, number: int) -> str:
        """Return so many words to look for: each of the common ones, or any."""
        common = self.forms[:60]
        return " ".join(
            self.chance.choice(common if self.chance.random() < 0.5 else self.forms)
            for _ in range(number)
        )
