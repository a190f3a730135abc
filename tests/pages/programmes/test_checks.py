from pages.programmes.checks import check_middleware


def test_site_has_what_the_room_needs(settings):
    assert check_middleware() == []

    settings.MIDDLEWARE = []

    (warning,) = check_middleware()
    assert warning.id == "programmes.W001"
