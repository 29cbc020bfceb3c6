"""Where it is shown and shot, and what it comes from."""
