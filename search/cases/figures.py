"""The figures of the whole search, from what it answers to the queries of a file."""

from collections import Counter
from random import Random

from search.analysis import fold, query_tokens

from .asking import Answers, Question
from .mistyping import forms_of, main_key, mistyped, other_form
from .reading import Case
from .scoring import Outcome, Score, mean, ratio, recall, reciprocal_rank
from .trial import FIRST, title_of


def score_search(answers: Answers, seed: int) -> list[Score]:
    """Return all figures of one language."""
    chance = Random(seed)  # noqa: S311 - the same slips each time
    return [
        score_wanted(answers),
        score_unwanted(answers),
        *score_order(answers),
        score_diacritics(answers),
        score_slips(answers, chance),
        score_suggestions(answers, chance),
        score_marks(answers),
    ]


def score_wanted(answers: Answers) -> Score:
    """Score which rows find their text by all words."""
    told = (
        row_outcome(answers, case, case.wanted) for case in answers.cases if case.wanted
    )
    return mean("found: texts that must match", "must_match", told)


def score_unwanted(answers: Answers) -> Score:
    """Score which rows find a text that they must not."""
    told = (
        row_outcome(answers, case, case.unwanted)
        for case in answers.cases
        if case.unwanted
    )
    return mean("found: texts that must not", "must_not", told, good=0)


def score_order(answers: Answers) -> list[Score]:
    """Score what a reader is shown first, of what was to be found.

    Texts have common words, and no file lists all queries that each of them fits. So
    the rank is held to a bar where those that fit as well are passed over.
    """
    asked = [one for one in answers.questions if one.wanted]
    recalls, ranks, raw_ranks = [], [], []
    for one in asked:
        found = answers.found[one.query]
        recalls.append(outcome(one, recall(found, one.wanted)))
        rank = reciprocal_rank(answers.judged(one), one.wanted)
        ranks.append(outcome(one, rank))
        raw_ranks.append(outcome(one, reciprocal_rank(found, one.wanted)))
    return [
        mean(f"recall among the first {FIRST}", "recall", recalls),
        mean("mean reciprocal rank", "mrr", ranks),
        mean("the same among all that fits", "", raw_ranks),
    ]


def score_diacritics(answers: Answers) -> Score:
    """Score the queries with diacritics that find the same texts without them."""
    told = (
        outcome(one, answers.trial.matched(plain) == answers.matched[one.query], plain)
        for one in answers.questions
        if (plain := fold(one.query)) != one.query.lower()
    )
    return mean("the same texts without diacritics", "diacritics", told)


def score_slips(answers: Answers, chance: Random) -> Score:
    """Score the recall of queries with a slip by that of the same without it."""
    pairs = []
    for one in answers.questions:
        typed = mistyped(one.query, answers.language, chance)
        if typed and one.wanted:
            found = recall(answers.trial.found(typed), one.wanted)
            clean = recall(answers.found[one.query], one.wanted)
            pairs.append((outcome(one, found, typed), outcome(one, clean)))
    return ratio("one slip: share of the recall", "typos", pairs)


def score_suggestions(answers: Answers, chance: Random) -> Score:
    """Score the texts that are suggested when one word of their titles is typed.

    It is the word that the fewest titles have, whole, in another form if the file has
    one, and without its marks.
    """
    language = answers.language
    wanted = {case.wanted: case for case in answers.cases if case.wanted}
    forms = forms_of(
        (text for case in wanted.values() for text in texts(case)), language
    )
    words = {text: title_words(text, language) for text in wanted}
    usual = Counter(main_key(w, language) for some in words.values() for w in set(some))
    told = []
    for text, case in wanted.items():
        rarest = min(words[text], key=lambda word: usual[main_key(word, language)])
        typed = other_form(rarest, language, forms, chance)
        is_there = text in answers.trial.suggested(typed)
        told.append(Outcome(is_there, case.line, typed, text))
    return mean("suggested for a word of the title", "autocomplete", told)


def score_marks(answers: Answers) -> Score:
    """Score the words of queries that are marked in the texts found, if there."""
    told = (
        Outcome(is_marked, one.line, one.query, f"{'/'.join(sorted(group))} in {text}")
        for one in answers.questions
        for text, group, is_marked in answers.trial.marked(one.query)
    )
    return mean("words marked in the texts found", "highlight", told)


def outcome(question: Question, value: float, detail: str = "") -> Outcome:
    """Return what a query adds to a figure."""
    return Outcome(value, question.line, question.query, detail)


def row_outcome(answers: Answers, case: Case, text: str) -> Outcome:
    """Return whether a text is among those that have all words of a query."""
    return Outcome(text in answers.matched[case.query], case.line, case.query, text)


def texts(case: Case) -> tuple[str, str]:
    """Return the texts of a case whose words may be other forms of one another."""
    return case.query, case.wanted


def title_words(text: str, language: str) -> list[str]:
    """Return the words of the title of a text."""
    return [token.text for token in query_tokens(title_of(text), language)]
