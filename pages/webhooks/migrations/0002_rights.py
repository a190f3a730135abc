"""The rights of the staff's groups over webhooks: addresses may be passwords."""

from django.db import migrations

GROUP = "Wydawca"
# A message is made by what happens; to change one is to send it again.
RIGHTS = {
    "webhook": ("add", "change", "delete", "view"),
    "webhookdelivery": ("change", "view"),
}


def give_rights(apps, schema_editor):
    """Let publishers manage webhooks and read what was sent."""
    group, _ = apps.get_model("auth.Group").objects.get_or_create(name=GROUP)
    for model, actions in RIGHTS.items():
        group.permissions.add(*(permission(apps, model, action) for action in actions))


def permission(apps, model, action):
    """Return the right, made where Django has not made it yet (it does after)."""
    kind, _ = apps.get_model("contenttypes.ContentType").objects.get_or_create(
        app_label="participation_webhooks", model=model
    )
    right, _ = apps.get_model("auth.Permission").objects.get_or_create(
        content_type=kind,
        codename=f"{action}_{model}",
        defaults={"name": f"Can {action} {model}"},
    )
    return right


def take_rights(apps, schema_editor):
    """Take the rights back."""
    rights = apps.get_model("auth.Permission").objects.filter(
        content_type__app_label="participation_webhooks"
    )
    for group in apps.get_model("auth.Group").objects.filter(name=GROUP):
        group.permissions.remove(*rights)


class Migration(migrations.Migration):
    dependencies = [
        ("participation_webhooks", "0001_webhooks"),
        ("frontpage", "0006_paper_rights"),
    ]

    operations = [migrations.RunPython(give_rights, take_rights)]
