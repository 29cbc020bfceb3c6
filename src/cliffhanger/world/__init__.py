"""A simulated service whose truth is known: households, tastes, leisure, joining and leaving. The estimates' test bench."""
