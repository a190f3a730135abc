"""The room's public views: all but one have a secret in their address."""
