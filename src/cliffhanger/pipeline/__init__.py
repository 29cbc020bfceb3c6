"""The one place where edges and core meet: figures in, answers out."""
