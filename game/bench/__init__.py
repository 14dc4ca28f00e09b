"""Measurements of the game on the machine it runs on, each beside its bare cost."""
