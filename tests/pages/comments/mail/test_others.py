"""Mail of other rooms is sent once, however often they ask for it."""

from types import SimpleNamespace

from pages.comments.mail import others


def test_room_that_registers_twice_delivers_once(monkeypatch):
    monkeypatch.setattr(others, "_others", [])
    sent = SimpleNamespace(pk=1, kind="invitation", state="sent")

    def deliver():
        yield sent

    others.register(deliver)
    others.register(deliver)

    assert list(others.deliver_others()) == [sent]
