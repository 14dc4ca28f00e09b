"""Buttons, sliders and the like, each with draw(surface) and handle(event)."""
