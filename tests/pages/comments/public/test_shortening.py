from django.utils import timezone

from pages.comments.public.answers import Answers, AnswerView
from pages.comments.public.reading import CommentView
from pages.comments.public.shortening import shorten


def view(text, **values):
    known = {"code": "U1/2014", "url": "/", "anchor": "u-1", "status": ""}
    return CommentView(date=timezone.now(), is_shown=True, text=text, **known, **values)


def test_comments_that_fit_stay_as_they_are():
    comments = [view("a" * 10), view("b" * 20, justification="c" * 5)]

    assert shorten(comments, 35) == comments


def test_only_long_texts_are_cut_and_say_so():
    answer = AnswerView(ruling="noted", reasons="c" * 500)
    short, long = view("a" * 10), view("b" * 500, note="d", answers=Answers(answer))

    first, second = shorten([short, long], 211)

    assert first == short
    assert second.is_cut
    assert second.note == "d"
    texts = (second.text, second.answers.current.reasons)
    assert [len(text) for text in texts] == [100, 100]


def test_earlier_answers_are_cut_too():
    earlier = (AnswerView(ruling="noted", reasons="c" * 500),)

    (comment,) = shorten([view("", answers=Answers(None, earlier))], 50)

    assert comment.is_cut
    assert comment.answers.current is None
    assert len(comment.answers.earlier[0].reasons) == 50
