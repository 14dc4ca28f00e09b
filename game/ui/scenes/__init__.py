"""Screens: each one handles events, updates, draws, and says how it ended."""
