"""The rights of those who spoke: contact data erased, and all that is kept shown."""
