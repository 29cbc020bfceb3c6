"""Whether a season is to come, and what a short answer says of it."""
