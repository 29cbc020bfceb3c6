"""cliffhanger: will a series come back, when, and should it; with intervals and sources."""

__version__ = "0.1.0"
__all__ = ["__version__"]
