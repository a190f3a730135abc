"""The rights over comments and answers, and the group of the units that answer."""

from django.db import migrations

EDITORS, PUBLISHERS, UNITS = "Redakcja", "Wydawca", "Jednostki"
KEEP = {
    "publiccomment": ("add", "change", "view", "moderate"),
    "officialanswer": ("add", "change", "view"),
    "consultation": ("add", "change", "view"),
    "notice": ("change", "view"),
}
RIGHTS = {
    EDITORS: KEEP,
    PUBLISHERS: {
        **KEEP,
        "publiccomment": (*KEEP["publiccomment"], "view_contact"),
        "officialanswer": (*KEEP["officialanswer"], "approve"),
    },
    UNITS: {
        "publiccomment": ("view",),
        "officialanswer": ("add", "change", "view"),
    },
}


def give_rights(apps, schema_editor):
    """Let editors keep the register, publishers approve, and units draft answers."""
    Group = apps.get_model("auth.Group")
    for name, models in RIGHTS.items():
        group, _ = Group.objects.get_or_create(name=name)
        for model, actions in models.items():
            for action in actions:
                group.permissions.add(
                    permission(apps, "public_comments", model, f"{action}_{model}")
                )
    Group.objects.get(name=UNITS).permissions.add(
        permission(apps, "wagtailadmin", "admin", "access_admin")
    )


def permission(apps, label, model, codename):
    """Return the right, made where Django has not made it yet (it does after)."""
    kind, _ = apps.get_model("contenttypes.ContentType").objects.get_or_create(
        app_label=label, model=model
    )
    right, _ = apps.get_model("auth.Permission").objects.get_or_create(
        content_type=kind,
        codename=codename,
        defaults={"name": f"Can {codename.replace('_', ' ')}"},
    )
    return right


def take_rights(apps, schema_editor):
    """Take the rights back, and remove the units' group; its members stay as users."""
    Group = apps.get_model("auth.Group")
    rights = apps.get_model("auth.Permission").objects.filter(
        content_type__app_label="public_comments", content_type__model__in=KEEP
    )
    for group in Group.objects.filter(name__in=(EDITORS, PUBLISHERS)):
        group.permissions.remove(*rights)
    Group.objects.filter(name=UNITS).delete()


class Migration(migrations.Migration):
    dependencies = [
        ("frontpage", "0003_amendment_rights"),
        ("public_comments", "0001_comments"),
    ]

    operations = [migrations.RunPython(give_rights, take_rights)]
