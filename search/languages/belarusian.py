"""Belarusian: a light stemmer, after the dictionary of hunspell where there is one."""

import re
import threading
from functools import cache
from pathlib import Path
from typing import Any
from zlib import crc32

from .stemming import Change, LightStemmer
from .writing import fold, key

_FUNCTION_WORDS = """
а аб або але альбо без бо быць ва вы гэта гэтая гэты да для ды ёсць ж за з і іх каб
калі мы на над не ні па пад пра праз пры супраць та так таксама то тое ты у ў хто ці
што яго яе як якая якія якое які
"""
STOP_WORDS = frozenset(_FUNCTION_WORDS.split())

_ENDINGS = """
я а ю у ы і э е о ь й
ямі амі ям ам ях ах яў аў оў еў яй ай ой эй ей аю яю ою эю ею ом ем эм
ага яга ога аму яму ому ымі імі ых іх ым ім ая яя ую юю ое ае яе ыя ія
аць яць іць ыць ала яла іла ыла алі ялі ілі ылі аюць яюць уць юць ацца яцца іцца ыцца
аваць яваць уе юе уюць ююць авала явала авалі явалі яваў уецца
"""
# „праграм”, „дапамога” and „аўтамабіль” have them in the stem.
_DOUBTFUL = """
ам аму амі ям аў яў оў ай ой ей эй ом ем ым ім ога ага яга ае яе ую ала іла
алі ілі аць яць іць ыць ацца
"""
_SOFT = frozenset("эе")
_IOTATED = frozenset({"я", "ю", "і", "й", "яй", "яю", "ям", "ях", "ямі"})
_CHANGES = (
    # „рашэнне” and „рашэнняў”, „моладдзю” and „моладзь”.
    Change(re.compile(r"(\w)\1(з?)$"), r"\1\2"),
    # „сесія” and „сесій”, but not „радыё”.
    Change(re.compile(r"(?<=\w{3})[ыі]$"), "", _IOTATED),
    # „грамадзе” from „грамада”, „бюджэце” from „бюджэт”, „рацэ”, „вёсцы”, „дарозе”.
    Change(re.compile(r"дз$"), "д", _SOFT, is_sure=False),
    Change(re.compile(r"ц$"), "т", _SOFT, is_sure=False),
    Change(re.compile(r"ц$"), "к", _SOFT | {"ы"}, is_sure=False),
    Change(re.compile(r"(?<!д)з$"), "г", _SOFT, is_sure=False),
    Change(re.compile(r"с$"), "х", _SOFT, is_sure=False),
    # „бежанец” and „бежанцы”, „сродак” and „сродкі”, „прапаноў” and „прапанова”.
    Change(re.compile(r"(?<=\w{3})[еэ]ц$"), "ц"),
    Change(re.compile(r"(?<=\w{3})[аео]к$"), "к", frozenset({""}), is_sure=False),
    Change(re.compile("ў"), "в"),
    # „горад” and „гарады”: where the stress is not, о is written а.
    Change(re.compile("о"), "а"),
)
_IRREGULAR = (
    dict.fromkeys(("дзеці", "дзяцей", "дзецям", "дзецьмі", "дзяцьмі"), "дзіця")
    | dict.fromkeys(("дзіцяці", "дзіцём", "дзецях"), "дзіця")
    | dict.fromkeys(("людзі", "людзей", "людзям", "людзьмі", "людзях"), "чалавек")
    | dict.fromkeys(("дня", "дню", "днём", "дні", "дзён", "дням", "днямі"), "дзень")
    | dict.fromkeys(("сем'яў", "сем'і", "сем'ям", "сем'ямі"), "сям'я")
)

_light = LightStemmer(
    frozenset(_ENDINGS.split()), frozenset(_DOUBTFUL.split()), _CHANGES, _IRREGULAR
)
_lock = threading.Lock()
_dictionary_path = ""


def configure(dictionary_path: str) -> None:
    """Use the hunspell dictionary in this `.dic` file, whose `.aff` file is beside it.

    Without the file, or without chunspell to read it, the light stemmer works alone.
    """
    global _dictionary_path
    _dictionary_path = dictionary_path


def index_keys(word: str) -> tuple[str, ...]:
    """Return the stems of the lemmas of the word, else its own."""
    regular = _light.regular(word)
    lemmas = _lemmas(regular) or (regular,)
    found = (stem for lemma in lemmas for stem in _light.stems(fold(lemma)))
    return tuple(dict.fromkeys(key(stem) for stem in found))


query_keys = index_keys


def algorithm_id() -> str:
    """Return what the keys depend on."""
    if load_dictionary(_dictionary_path) is None:
        return "be-1:no-hunspell"
    return f"be-1:hunspell-{crc32(Path(_dictionary_path).read_bytes()):08x}"


def _lemmas(word: str) -> tuple[str, ...]:
    dictionary = load_dictionary(_dictionary_path)
    if dictionary is None:
        return ()
    with _lock:
        found = (*dictionary.stem(word), *dictionary.stem(word.capitalize()))
    return tuple(dict.fromkeys(lemma.lower() for lemma in found))


@cache
def load_dictionary(path: str) -> Any | None:
    """Return what looks words up in the `.dic` file, if that is possible here."""
    file = Path(path)
    if not path or not file.with_suffix(".aff").is_file() or not file.is_file():
        return None
    try:
        # It is an extra: only sites with a Belarusian dictionary install it.
        import hunspell
    except ImportError:
        return None
    return hunspell.Hunspell(file.stem, hunspell_data_dir=str(file.parent))
