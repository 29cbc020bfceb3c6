"""Which series an article names, the one that it is about first."""
