"""How many: episodes, viewers, money, scores, prizes, signatures, minutes."""
