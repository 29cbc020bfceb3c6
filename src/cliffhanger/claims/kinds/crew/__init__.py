"""Who makes it, and who takes over from whom."""
