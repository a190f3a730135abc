"""StreamFields, typed and told."""
