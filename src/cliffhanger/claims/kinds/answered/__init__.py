"""What an answer says when it is read with its question."""
