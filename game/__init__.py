"""Dune Descent: walk a desert downhill by gradient descent."""

__version__ = "0.1.0"
