"""Rights over the codes of organisations; units find the papers of consultations."""

from django.db import migrations

CODE = ("organisation_positions", "organisationcode")
CONSULTATION = ("public_comments", "consultation")
KEEP = [(*CODE, action) for action in ("add", "change", "view")]
RIGHTS = {
    "Redakcja": KEEP,
    "Wydawca": KEEP,
    "Jednostki": [(*CONSULTATION, "view")],
}


def give_rights(apps, schema_editor):
    """Let editors issue and revoke codes, and units find what they answer."""
    for name, rights in RIGHTS.items():
        group, _ = apps.get_model("auth.Group").objects.get_or_create(name=name)
        group.permissions.add(*(permission(apps, *right) for right in rights))


def permission(apps, label, model, action):
    """Return the right, made where Django has not made it yet (it does after)."""
    kind, _ = apps.get_model("contenttypes.ContentType").objects.get_or_create(
        app_label=label, model=model
    )
    right, _ = apps.get_model("auth.Permission").objects.get_or_create(
        content_type=kind,
        codename=f"{action}_{model}",
        defaults={"name": f"Can {action} {model}"},
    )
    return right


def take_rights(apps, schema_editor):
    """Take the rights back."""
    for name, rights in RIGHTS.items():
        group = apps.get_model("auth.Group").objects.filter(name=name).first()
        if group:
            group.permissions.remove(*(permission(apps, *right) for right in rights))


class Migration(migrations.Migration):
    dependencies = [
        ("frontpage", "0005_directory_rights"),
        ("organisation_positions", "0001_positions"),
    ]

    operations = [migrations.RunPython(give_rights, take_rights)]
