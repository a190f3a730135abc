"""Mail to the contact persons of organisations."""
