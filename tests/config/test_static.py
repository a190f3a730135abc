import json
from pathlib import Path

from django.core.management import call_command
from django.templatetags.static import static

STYLE = "participation_base/css/site.css"
HASHED = "django.contrib.staticfiles.storage.ManifestStaticFilesStorage"


def test_every_static_file_is_found_by_its_hash(settings, tmp_path):
    # As in production, but for compressing, which takes half a minute.
    settings.STATIC_ROOT = str(tmp_path)
    settings.STORAGES = {**settings.STORAGES, "staticfiles": {"BACKEND": HASHED}}

    # Ends with an error when a style names a file that is not there.
    call_command("collectstatic", interactive=False, verbosity=0)

    paths = json.loads((tmp_path / "staticfiles.json").read_text())["paths"]
    folders = {Path(name).parts[0] for name in paths}
    assert folders >= {"participation_base", "wagtailadmin"}
    assert static(STYLE) == f"/static/{paths[STYLE]}"
    styles = (tmp_path / paths[STYLE]).read_text()
    fonts = [Path(paths[name]).name for name in paths if name.endswith("600.woff2")]
    assert fonts
    assert all(name in styles for name in fonts)
