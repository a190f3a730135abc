"""The rights over reports of errors in the directory."""

from django.db import migrations

EDITORS, PUBLISHERS = "Redakcja", "Wydawca"
MODEL = "dataerrorreport"
RIGHTS = {EDITORS: ("change", "view"), PUBLISHERS: ("change", "delete", "view")}


def give_rights(apps, schema_editor):
    """Let editors close reports, and publishers erase them too."""
    Group = apps.get_model("auth.Group")
    for name, actions in RIGHTS.items():
        group, _ = Group.objects.get_or_create(name=name)
        group.permissions.add(*(permission(apps, action) for action in actions))


def permission(apps, action):
    """Return the right, made where Django has not made it yet (it does after)."""
    kind, _ = apps.get_model("contenttypes.ContentType").objects.get_or_create(
        app_label="directory", model=MODEL
    )
    right, _ = apps.get_model("auth.Permission").objects.get_or_create(
        content_type=kind,
        codename=f"{action}_{MODEL}",
        defaults={"name": f"Can {action} report of an error"},
    )
    return right


def take_rights(apps, schema_editor):
    """Take the rights back."""
    rights = apps.get_model("auth.Permission").objects.filter(
        content_type__app_label="directory", content_type__model=MODEL
    )
    for group in apps.get_model("auth.Group").objects.filter(name__in=RIGHTS):
        group.permissions.remove(*rights)


class Migration(migrations.Migration):
    dependencies = [
        ("frontpage", "0004_comment_rights"),
        ("directory", "0001_error_reports"),
    ]

    operations = [migrations.RunPython(give_rights, take_rights)]
