"""Why, what the plot may bring, and what was said."""
