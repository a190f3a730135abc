"""The README's steps name what this site itself has."""

from django.conf import settings

from config.settings import base

from .readme import read_steps

OURS = ("pages.", "snippets")


def test_readme_installs_every_app_of_ours_in_our_order():
    step = next(step for step in read_steps() if step.is_added)
    names = {"INSTALLED_APPS": [], "MIDDLEWARE": [""] * 3, "BASE_DIR": base.ROOT_DIR}
    names |= {"TEMPLATES": [{"OPTIONS": {"context_processors": []}}], "STORAGES": {}}

    exec(step.text, names)  # noqa: S102 - our own README

    ours = [name for name in base.INSTALLED_APPS if name.startswith(OURS)]
    assert [name for name in names["INSTALLED_APPS"] if name.startswith(OURS)] == ours
    queues = settings.TASKS["background"]["QUEUES"]
    assert names["TASKS"]["background"]["QUEUES"] == queues


def test_steps_are_commands_settings_addresses_and_commands():
    kinds = [(step.file, step.is_added) for step in read_steps()]

    assert kinds == [
        ("", False),
        ("mysite/settings/base.py", True),
        ("mysite/urls.py", False),
        ("", False),
    ]
