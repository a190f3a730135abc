"""The papers of a consultation: table of comments, protocol, round trip."""
