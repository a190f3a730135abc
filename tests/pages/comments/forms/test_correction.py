from pages.comments.forms import CorrectionForm

WORDS = {"kind": "question", "text": "A kiedy?", "proposed_wording": "Rada wspiera."}


def test_only_words_can_be_corrected():
    assert list(CorrectionForm().fields) == [
        "kind",
        "proposed_wording",
        "text",
        "justification",
    ]


def test_words_of_the_comment_come_before_those_of_the_clause():
    form = CorrectionForm(wording="Miasto wspiera.", initial=WORDS)

    assert "Rada wspiera.</textarea>" in str(form["proposed_wording"])
    assert "Miasto" not in str(form["proposed_wording"])


def test_wording_put_back_to_the_clauses_own_proposes_nothing():
    form = CorrectionForm(
        {**WORDS, "proposed_wording": "MIASTO wspiera."}, wording="Miasto wspiera."
    )

    assert form.is_valid()
    assert form.cleaned_data["proposed_wording"] == ""


def test_words_are_those_of_the_author():
    form = CorrectionForm({**WORDS, "justification": "", "kind": ""})

    assert list(form.words.values()) == ["Rada wspiera.", "A kiedy?"]


def test_field_prints_label_then_hint_then_error_then_input():
    form = CorrectionForm({**WORDS, "text": ""})

    shown = form["text"].as_field_group()

    places = [
        shown.index(part)
        for part in (
            "<label",
            'id="id_text_helptext"',
            'id="id_text_error"',
            "<textarea",
        )
    ]
    assert places == sorted(places)
    assert 'aria-describedby="id_text_helptext id_text_error"' in shown
    assert 'aria-invalid="true"' in shown


def test_choice_prints_as_a_group_that_its_error_describes():
    shown = CorrectionForm({**WORDS, "kind": ""})["kind"].as_field_group()

    assert '<fieldset class="field is-bad" aria-describedby="id_kind_error"' in shown
    assert (
        shown.index("<legend>")
        < shown.index('id="id_kind_error"')
        < shown.index("<input")
    )
    assert shown.count('type="radio"') == 5
